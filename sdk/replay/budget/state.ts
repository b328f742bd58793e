/** What the budget's contracts hold. Money is satang. */

export const counterNames = [
  "approved",
  "carriedIn",
  "adjIn",
  "adjOut",
  "allotted",
  "committed",
  "requested",
  "paid",
  "returned",
  "carriedOut",
  "lapsed",
] as const;

/** A line's money, satang; what each counter means stands in contracts/budget/IBudgetLines.sol. */
export type LineCounters = Record<(typeof counterNames)[number], bigint>;

export interface ProjectState {
  readonly agency: bigint;
  readonly year: bigint;
  state: bigint;
  openCommitments: bigint;
  readonly drafter: string;
  readonly authors: Set<string>;
  readonly references: { readonly scheme: string; readonly value: string }[];
  /** Sum of `committed` over its lines. */
  committed: bigint;
}

export interface FiscalYearState {
  state: bigint;
  ceiling: bigint;
  approved: bigint;
  openLines: bigint;
  readonly byType: Map<bigint, bigint>;
  readonly byAgency: Map<bigint, bigint>;
}

export interface LineState {
  readonly code: string;
  readonly agency: bigint;
  readonly year: bigint;
  readonly expenseType: bigint;
  closed: boolean;
  readonly carriedFrom: bigint;
  readonly fundSource: string;
  counters: LineCounters;
}

export interface ObligationState {
  readonly code: string;
  readonly total: bigint;
  readonly schedule: readonly { readonly year: bigint; readonly amount: bigint }[];
  pledged: bigint;
  readonly bound: Map<bigint, bigint>;
}

/** A commitment's share of one line; `paid` is net of returns. */
export interface AllocationState {
  /** as the commitment has it */
  amount: bigint;
  /** as the line's own events add up */
  bound: bigint;
  requested: bigint;
  paid: bigint;
}

export interface CommitmentState {
  readonly code: string;
  readonly agency: bigint;
  readonly kind: bigint;
  state: bigint;
  readonly madeInYear: bigint;
  value: bigint;
  readonly originalValue: bigint;
  allocated: bigint;
  requested: bigint;
  paid: bigint;
  returned: bigint;
  readonly advanceCap: bigint;
  advancePaid: bigint;
  readonly obligationId: bigint;
  readonly recorder: string;
  readonly allocations: Map<bigint, AllocationState>;
  readonly milestones: bigint[];
}

export interface MilestoneState {
  readonly commitmentId: bigint;
  state: bigint;
  amount: bigint;
  accepted: bigint;
  drawn: bigint;
  dueAt: bigint;
  submitter: string;
  acceptor: string;
  readonly acceptors: Set<string>;
}

export interface DisbursementState {
  readonly commitmentId: bigint;
  readonly lineId: bigint;
  readonly milestoneId: bigint;
  readonly amount: bigint;
  returned: bigint;
  readonly agency: bigint;
  state: bigint;
  readonly requester: string;
  approver1: string;
  approver2: string;
  payer: string;
}

export interface FlagState {
  readonly code: string;
  readonly agency: bigint;
  state: bigint;
  unanswered: boolean;
  readonly raisedAt: bigint;
  readonly replyDueAt: bigint;
  readonly rule: string;
  readonly signer: string;
}

/** An anchored batch, with everything that its event says. */
export interface BatchState {
  readonly format: string;
  readonly sourceUrlHash: string;
  readonly sourceSha256: string;
  readonly fileSha256: string;
  readonly fileCid: string;
  readonly sourceCid: string;
  readonly rowCount: bigint;
  readonly quarantined: bigint;
  readonly merkleRoot: string;
  readonly retrievedAt: bigint;
  readonly licence: string;
  readonly parserVersion: string;
  /** Agency of who anchored it. */
  readonly agency: bigint;
  /** 0 while it counts. */
  supersededBy: bigint;
}

export interface State {
  readonly projects: Map<string, ProjectState>;
  /** last sequence number by `agency/year` */
  readonly sequences: Map<string, bigint>;
  readonly years: Map<bigint, FiscalYearState>;
  readonly lines: Map<bigint, LineState>;
  revisions: bigint;
  readonly obligations: Map<bigint, ObligationState>;
  readonly commitments: Map<bigint, CommitmentState>;
  readonly milestones: Map<bigint, MilestoneState>;
  readonly disbursements: Map<bigint, DisbursementState>;
  readonly flags: Map<bigint, FlagState>;
  /** next nonce by signer */
  readonly nonces: Map<string, bigint>;
  readonly batches: Map<bigint, BatchState>;
}

export const emptyState = (): State => ({
  projects: new Map(),
  sequences: new Map(),
  years: new Map(),
  lines: new Map(),
  revisions: 0n,
  obligations: new Map(),
  commitments: new Map(),
  milestones: new Map(),
  disbursements: new Map(),
  flags: new Map(),
  nonces: new Map(),
  batches: new Map(),
});
