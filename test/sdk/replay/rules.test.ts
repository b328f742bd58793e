import { expect } from "chai";
import { cast } from "../../../scripts/demo/cast.ts";
import { checkRules } from "../../../sdk/replay/index.ts";
import type { LedgerState, Plain, RegisterEvent } from "../../../sdk/replay/index.ts";
import { altered, demoEvents, replayed } from "./support.ts";

type Args = Record<string, Plain>;

const addressOf = (officer: { wallet: { address: string } }) => officer.wallet.address;
const someElse = () => ({ officer: addressOf(cast.school.recorder) });
const HUGE = 2n ** 60n;

/** An alteration of one event of the demonstration, and the rule that it must break. */
const alterations: [rule: string, event: string, change: (args: Args) => object, nth?: number][] = [
  ["NUMBERS_WITHOUT_GAPS", "LineCreated", () => ({ lineId: 77n })],
  ["NUMBERS_WITHOUT_GAPS", "RevisionRecorded", () => ({ revisionId: 9n })],
  ["NUMBERS_WITHOUT_GAPS", "DeploymentPublished", () => ({ version: 2n })],
  ["ENROLLED_ONCE", "AgencyEnrolled", () => ({ code: 90001n }), 1],
  ["ENROLLED_ONCE", "OfficerEnrolled", () => ({ account: addressOf(cast.bureau.authority) }), 1],
  ["AUDITOR_INDEPENDENT", "OfficerEnrolled", () => ({ duties: 1n | (1n << 8n) }), 1],
  ["PROJECT_CODE", "ProjectDrafted", ({ agency }) => ({ agency: (agency as bigint) + 1n })],
  ["STATE_MACHINE", "ProjectStateChanged", () => ({ from: 4n })],
  ["STATE_MACHINE", "ProjectStateChanged", () => ({ to: 6n })],
  ["YEAR_CEILING", "FiscalYearPlanned", () => ({ ceiling: 1n })],
  ["COUNTERS_AFTER_EVENT", "LineAllotted", ({ amount }) => ({ amount: (amount as bigint) - 1n })],
  [
    "LINE_SUM",
    "LineAppropriated",
    ({ counters }) => ({ counters: { ...(counters as object), allotted: HUGE } }),
  ],
  ["AMOUNT_POSITIVE", "LineCommitted", () => ({ amount: 0n })],
  ["LINE_BINDS_AS_ALLOCATED", "CommitmentAllocated", () => ({ amount: 1n })],
  ["OFFICER_DUTY", "LineAppropriated", someElse],
  ["OFFICER_AGENCY", "LineAllotted", () => ({ officer: addressOf(cast.school.budget) })],
  ["OFFICER_IN_FORCE", "DisbursementRequested", () => ({ officer: addressOf(cast.town.former) }), -1],
  [
    "SEPARATION_OF_DUTIES",
    "DisbursementApprovedSecond",
    () => ({ officer: addressOf(cast.town.approver1Again) }),
  ],
  ["ENTITY_UNKNOWN", "DisbursementPaid", () => ({ officer: `0x${"12".repeat(20)}` })],
  ["AGENCY_OF_PROJECT", "LineCreated", () => ({ agency: 1n })],
  ["AGENCY_OF_PROJECT", "CommitmentRecorded", () => ({ agency: 1n })],
  ["ADVANCE_CAP", "CommitmentRecorded", () => ({ advanceCap: HUGE })],
  ["MILESTONES_ADD_UP_TO_VALUE", "MilestoneScheduled", () => ({ amount: 1n })],
  ["VALUE_BEFORE", "CommitmentAmended", () => ({ previousValue: 1n })],
  ["VALUE_ORIGINAL", "CommitmentAmended", () => ({ originalValue: 1n })],
  ["INCREASE", "CommitmentAmended", () => ({ increaseBps: 1n })],
  ["MILESTONE_BELOW_ACCEPTED", "MilestoneChanged", () => ({ amount: -1n })],
  ["ACCEPTANCE", "MilestoneAccepted", () => ({ accepted: HUGE })],
  ["PAID_AS_APPROVED", "DisbursementPaid", () => ({ amount: 1n })],
  ["PAYMENT_WITHIN_COMMITMENT", "DisbursementRequested", () => ({ amount: HUGE })],
  ["PAYMENT_WITHIN_ACCEPTANCE", "MilestoneAccepted", () => ({ accepted: 1n })],
  ["RETURNED_SUM", "DisbursementReturned", () => ({ returned: 1n })],
  ["OBLIGATION_SUM", "ObligationApproved", () => ({ total: 1n })],
  ["OBLIGATION_TOTAL", "ObligationApproved", () => ({ total: 1n })],
  ["REVISION_KNOWN", "RevisionMoved", () => ({ revisionId: 5n })],
  ["CARRIED_FROM", "LineCarriedForward", ({ fromLine }) => ({ fromLine: fromLine === 1n ? 2n : 1n })],
  [
    "ROWS_CONSISTENT",
    "BatchAnchored",
    ({ batch }) => ({ batch: { ...(batch as object), quarantined: 999n } }),
  ],
  ["VERDICT", "FlagDecided", () => ({ verdict: 1n })],
];

describe("the replay's rules for events", function () {
  this.timeout(120_000);
  let events: readonly RegisterEvent[];

  before(async () => (events = await demoEvents()));

  for (const [rule, event, change, nth] of alterations) {
    it(`${rule}: an altered ${event} breaks it`, () => {
      const { breaches } = replayed(altered(events, event, change, nth));
      expect(breaches.map((each) => each.rule)).to.include(rule);
    });
  }

  it("AGENCY_ACTIVE: an act for an agency that was suspended before breaks it", () => {
    const place = events.findIndex(({ name }) => name === "ProjectDrafted");
    const { agency: code } = events[place]!.args as { agency: bigint };
    const suspended = {
      ...events[0]!,
      register: "AgencyRegistry",
      name: "AgencySuspended",
      args: { code },
    } as const;
    const { breaches } = replayed(events.toSpliced(place, 0, suspended));
    expect(breaches[0]).to.include({ rule: "AGENCY_ACTIVE", entity: `agency ${code}` });
  });

  it("REPLY_CLOCK: a flag that was marked unanswered while its clock still ran breaks it", () => {
    const early = events.map((event) => (event.name === "FlagRaised" ? raisedLater(event) : event));
    expect(replayed(early).breaches.map(({ rule }) => rule)).to.include("REPLY_CLOCK");
  });

  const raisedLater = (event: RegisterEvent) => ({ ...event, args: { ...event.args, replyDueAt: HUGE } });
});

const first = <Entity>(
  entities: ReadonlyMap<unknown, Entity>,
  is: (entity: Entity) => boolean = () => true,
) => [...entities.values()].find(is)!;

/** A change of the state at the end, and the identity that must no longer hold. */
const changes: [rule: string, change: (state: LedgerState) => unknown][] = [
  ["LINE_SUM", ({ lines }) => (first(lines).counters.allotted = HUGE)],
  ["LINE_SUM", ({ lines }) => (first(lines).counters.returned = -1n)],
  ["LINE_COMMITTED_IS_SUM_OF_COMMITMENTS", ({ lines }) => first(lines).counters.committed--],
  ["LINE_REQUESTED_IS_SUM_OF_PAYMENTS", ({ lines }) => first(lines).counters.requested++],
  ["LINE_PAID_IS_SUM_OF_PAYMENTS", ({ lines }) => first(lines).counters.paid++],
  ["LINE_RETURNED_IS_SUM_OF_PAYMENTS", ({ lines }) => first(lines).counters.returned++],
  [
    "CARRIED_OUT_IS_CARRIED_IN",
    ({ lines }) => first(lines, ({ carriedFrom }) => carriedFrom > 0n).counters.carriedIn++,
  ],
  ["YEAR_IS_SUM_OF_LINES", ({ years }) => first(years).approved++],
  ["YEAR_IS_SUM_OF_TYPES", ({ years }) => first(years).byType.set(1n, HUGE)],
  ["YEAR_IS_SUM_OF_AGENCIES", ({ years }) => first(years).byAgency.set(1n, HUGE)],
  ["YEAR_CEILING", ({ years }) => (first(years).ceiling = 1n)],
  ["YEAR_OPEN_LINES", ({ years }) => first(years).openLines++],
  ["REVISIONS_ARE_ZERO_SUM", ({ lines }) => first(lines).counters.adjIn++],
  ["COMMITMENT_REQUESTED_IS_SUM_OF_PAYMENTS", ({ commitments }) => first(commitments).requested++],
  ["COMMITMENT_PAID_IS_SUM_OF_PAYMENTS", ({ commitments }) => first(commitments).paid++],
  ["COMMITMENT_RETURNED_IS_SUM_OF_PAYMENTS", ({ commitments }) => first(commitments).returned++],
  ["PAYMENTS_WITHIN_COMMITMENT", ({ commitments }) => (first(commitments).paid = HUGE)],
  ["ALLOCATED_WITHIN_VALUE", ({ commitments }) => (first(commitments).allocated = HUGE)],
  ["ADVANCE_CAP", ({ commitments }) => (first(commitments).advancePaid = HUGE)],
  ["COMMITMENT_FULLY_ALLOCATED", ({ commitments }) => openAlone(commitments).allocated--],
  ["MILESTONES_ADD_UP_TO_VALUE", ({ commitments }) => openAlone(commitments).value++],
  ["PAYMENTS_WITHIN_ALLOCATION", ({ commitments }) => (first(first(commitments).allocations).paid = HUGE)],
  ["LINE_BINDS_AS_ALLOCATED", ({ commitments }) => first(first(commitments).allocations).bound++],
  ["LINE_OF_SAME_PROJECT", ({ lines }) => lines.set(1n, { ...lines.get(1n)!, code: "0x00" })],
  ["MILESTONE_DRAWN_IS_SUM_OF_PAYMENTS", ({ milestones }) => first(milestones).drawn++],
  ["PAYMENTS_WITHIN_ACCEPTANCE", ({ milestones }) => (first(milestones).drawn = HUGE)],
  ["ACCEPTED_WITHIN_AMOUNT", ({ milestones }) => (first(milestones).accepted = HUGE)],
  ["PROJECT_COMMITTED_IS_SUM_OF_LINES", ({ projects }) => first(projects).committed++],
  ["PROJECT_OPEN_COMMITMENTS", ({ projects }) => first(projects).openCommitments++],
  ["OBLIGATION_SUM", ({ obligations }) => obligations.set(1n, { ...obligations.get(1n)!, total: HUGE })],
  ["OBLIGATION_TOTAL", ({ obligations }) => (first(obligations).pledged = HUGE)],
  ["OBLIGATION_YEAR", ({ obligations }) => first(obligations).bound.set(2568n, HUGE)],
];

const openAlone = (commitments: LedgerState["commitments"]) =>
  first(commitments, ({ state, obligationId }) => state === 2n && obligationId === 0n);

describe("the accounting identities", function () {
  this.timeout(120_000);
  let events: readonly RegisterEvent[];

  before(async () => (events = await demoEvents()));

  for (const [rule, change] of changes) {
    it(`${rule}: does not hold when one figure is changed`, () => {
      const { state } = replayed(events);
      change(state);
      expect(checkRules(state).breaches.map((each) => each.rule)).to.include(rule);
    });
  }
});
