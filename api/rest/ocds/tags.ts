type Tag =
  | "planning"
  | "planningUpdate"
  | "award"
  | "contract"
  | "contractUpdate"
  | "contractAmendment"
  | "implementation"
  | "implementationUpdate";

/** Stage of the contracting process that an event belongs to; what is not listed changes the plan. */
const tags: Readonly<Record<string, readonly Tag[]>> = {
  ProjectDrafted: ["planning"],
  CommitmentRecorded: ["award", "contract"],
  CommitmentAllocated: ["contractUpdate"],
  CommitmentAmended: ["contractAmendment"],
  CommitmentStateChanged: ["contractUpdate"],
  CommitmentCarriedForward: ["contractUpdate"],
  MilestoneScheduled: ["contractUpdate"],
  MilestoneChanged: ["contractUpdate"],
  MilestoneSubmitted: ["implementationUpdate"],
  MilestoneAccepted: ["implementationUpdate"],
  MilestoneRejected: ["implementationUpdate"],
  DisbursementRequested: ["implementationUpdate"],
  DisbursementApprovedFirst: ["implementationUpdate"],
  DisbursementApprovedSecond: ["implementationUpdate"],
  DisbursementPaid: ["implementation"],
  DisbursementRejected: ["implementationUpdate"],
  DisbursementReturned: ["implementationUpdate"],
};

/** Tags of the release that tells what these events changed. Source: closed codelist releaseTag of OCDS 1.1. */
export function tagsOf(events: readonly string[]): Tag[] {
  const found = new Set(events.flatMap((name) => tags[name] ?? ["planningUpdate" as const]));
  // A commitment is recorded together with its lines and milestones: what begins says more than what it touches.
  if (found.has("contract")) found.delete("contractUpdate");
  if (found.has("planning") || found.has("contract")) found.delete("planningUpdate");
  if (found.has("implementation")) found.delete("implementationUpdate");
  return [...found];
}
