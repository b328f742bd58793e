import type { TestDocument } from "../../../support/document.ts";
import { Duty, people } from "../../../support/people.ts";
import { makeProjectCode } from "../../../../sdk/project-code.ts";
import { encodeBytes32String, ZeroHash } from "ethers";
import type { Turn } from "./turn.ts";
import { isOpenCommitment, projectState, type Project } from "./world.ts";

type Reference = { scheme: string; value: string };

const find = (turn: Turn, code: string) => turn.need(turn.world.projects.get(code), "BudgetProjectsUnknown");
const isEnded = ({ state }: Project) => state >= projectState.completed;

function reference(turn: Turn, project: Project, { scheme, value }: Reference): void {
  turn.refuse("BudgetProjectsReferenceEmpty", scheme === ZeroHash || value === "");
  turn.refuse("BudgetProjectsReferenceTaken", project.references.includes(`${scheme} ${value}`));
  project.references.push(`${scheme} ${value}`);
}

/** A project may hold money from its registration until it has ended. */
export function requireRegistered(turn: Turn, code: string): Project {
  const project = find(turn, code);
  turn.refuse("BudgetProjectsEnded", isEnded(project));
  turn.refuse("BudgetProjectsStateWrong", project.state === projectState.draft);
  return project;
}

export function requireActive(turn: Turn, code: string): Project {
  const project = find(turn, code);
  turn.refuse("BudgetProjectsStateWrong", project.state !== projectState.active);
  return project;
}

/** A move by the agency's budget officer. */
function move(from: bigint, to: bigint) {
  return (turn: Turn, code: string, document?: TestDocument) => {
    const project = find(turn, code);
    turn.duty(Duty.BUDGET, project.agency);
    turn.refuse("BudgetProjectsStateWrong", project.state !== from);
    if (document) turn.evidence(document);
    if (to === projectState.completed) {
      const open = turn.world.commitments.some((it) => it.code === code && isOpenCommitment(it));
      turn.refuse("BudgetProjectsCommitmentsOpen", open);
    }
    project.state = to;
  };
}

export const projects = {
  draftProject(turn: Turn, agency: number, year: number, brief: TestDocument, references: Reference[]) {
    turn.duty(Duty.RECORDER, BigInt(agency));
    turn.refuse("BudgetProjectsYearOutOfRange", year < 2514 || year > 2700);
    turn.evidence(brief);
    const key = `${agency}/${year}`;
    const sequence = (turn.world.sequences.get(key) ?? 0n) + 1n;
    const project: Project = {
      agency: BigInt(agency),
      year: BigInt(year),
      state: projectState.draft,
      drafter: turn.tag,
      authors: [turn.tag],
      references: [],
    };
    for (const each of references) reference(turn, project, each);
    if (turn.refusals.size > 0) return;
    turn.world.sequences.set(key, sequence);
    const code = makeProjectCode({ year, agency, sequence: Number(sequence) });
    turn.world.projects.set(encodeBytes32String(code), project);
  },
  reviseBrief(turn: Turn, code: string, brief: TestDocument) {
    const project = find(turn, code);
    turn.duty(Duty.RECORDER, project.agency);
    turn.refuse("BudgetProjectsEnded", isEnded(project));
    turn.evidence(brief);
    if (project.state === projectState.draft && !project.authors.includes(turn.tag))
      project.authors.push(turn.tag);
  },
  addReference(turn: Turn, code: string, ref: Reference) {
    const project = find(turn, code);
    turn.duty(Duty.RECORDER, project.agency);
    turn.refuse("BudgetProjectsEnded", isEnded(project));
    reference(turn, project, ref);
  },
  registerProject(turn: Turn, code: string) {
    const project = find(turn, code);
    turn.duty(Duty.APPROVER_1, project.agency);
    turn.refuse("BudgetProjectsStateWrong", project.state !== projectState.draft);
    turn.refuse("BudgetProjectsSamePerson", project.authors.includes(turn.tag));
    project.state = projectState.registered;
  },
  activateProject: move(projectState.registered, projectState.active),
  suspendProject: move(projectState.active, projectState.suspended),
  resumeProject: move(projectState.suspended, projectState.active),
  completeProject: move(projectState.active, projectState.completed),
  auditProject(turn: Turn, code: string, report: TestDocument) {
    const project = find(turn, code);
    turn.duty(Duty.AUDITOR);
    const keys = Object.values(people).filter(({ personTag, revoked }) => personTag === turn.tag && !revoked);
    turn.refuse(
      "BudgetProjectsOwnAgency",
      keys.some(({ agency }) => BigInt(agency) === project.agency),
    );
    turn.refuse("BudgetProjectsStateWrong", project.state !== projectState.completed);
    turn.evidence(report);
    project.state = projectState.audited;
  },
};

/** Through `BudgetLines`: only where nothing is committed. */
export function cancelProject(turn: Turn, code: string, evidence: TestDocument): void {
  const project = find(turn, code);
  turn.duty(Duty.BUDGET, project.agency);
  turn.refuse("BudgetLinesProjectCommitted", turn.world.committedOf(code) !== 0n);
  turn.refuse("BudgetProjectsEnded", isEnded(project));
  turn.evidence(evidence);
  project.state = projectState.cancelled;
}
