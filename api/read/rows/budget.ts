import type { DocumentRow, LocalizedText, NodeRow, Provenance } from "./common.ts";

/** Counters of a line or their sum, satang as decimal text. Source: struct LineCounters in IBudgetLines.sol. */
export interface CountersRow {
  readonly approved: string;
  readonly carriedIn: string;
  readonly adjIn: string;
  readonly adjOut: string;
  readonly allotted: string;
  readonly committed: string;
  readonly requested: string;
  readonly paid: string;
  readonly returned: string;
  readonly carriedOut: string;
  readonly lapsed: string;
}

export interface FiscalYearRow extends NodeRow {
  readonly kind: "fiscalYear";
  readonly year: number;
  readonly state: number;
  readonly ceiling: string;
  readonly approved: string;
  readonly act: DocumentRow | null;
}

export interface ProjectRow extends NodeRow {
  readonly kind: "project";
  readonly code: string;
  readonly agency: number;
  readonly year: number;
  readonly state: number;
  readonly title: LocalizedText | null;
  readonly description: LocalizedText | null;
  readonly province: number | null;
  readonly place: string | null;
  readonly brief: DocumentRow | null;
  /** pending, available, unavailable, altered or malformed */
  readonly briefState: string;
  readonly stateSince: number;
  readonly references: readonly { readonly scheme: string; readonly value: string }[];
  readonly openCommitments: number;
  readonly totals: CountersRow;
  /** Unix second of the draft */
  readonly draftedAt: number;
}

export interface LineRow extends NodeRow {
  readonly kind: "line";
  readonly lineId: string;
  readonly code: string;
  readonly agency: number;
  readonly year: number;
  readonly fundSource: string;
  readonly expenseType: number;
  readonly closed: boolean;
  readonly carriedFrom: string | null;
  readonly counters: CountersRow;
}

export interface AllocationRow {
  readonly lineId: string;
  readonly amount: string;
}

export interface CommitmentRow extends NodeRow {
  readonly kind: "commitment";
  readonly commitmentId: string;
  readonly code: string;
  readonly agency: number;
  readonly contractKind: number;
  readonly state: number;
  readonly madeInYear: number;
  readonly contractNumber: string;
  readonly supplier: string | null;
  readonly value: string;
  readonly originalValue: string;
  readonly increaseBps: number;
  readonly amendments: number;
  readonly advanceCap: string;
  readonly requested: string;
  readonly paid: string;
  readonly returned: string;
  readonly obligationId: string | null;
  readonly award: DocumentRow | null;
  readonly recordedAt: number;
}

export interface AmendmentRow {
  readonly ordinal: number;
  readonly previousValue: string;
  readonly value: string;
  readonly increaseBps: number;
  readonly officer: string;
  readonly evidence: DocumentRow | null;
  readonly provenance: Provenance;
}

export interface ReturnRow {
  readonly amount: string;
  readonly officer: string;
  readonly evidence: DocumentRow | null;
  readonly provenance: Provenance;
}

/** A document named by an event. */
export interface EvidenceRow {
  /** argument that named it: brief, award, evidence, act … */
  readonly field: string;
  readonly event: string;
  readonly document: DocumentRow;
  readonly provenance: Provenance;
}

export interface MilestoneRow extends NodeRow {
  readonly kind: "milestone";
  readonly milestoneId: string;
  readonly commitmentId: string;
  readonly code: string;
  readonly agency: number;
  readonly state: number;
  readonly amount: string;
  readonly accepted: string;
  /** Unix second */
  readonly dueAt: number;
  /** late as of the block asked about */
  readonly overdue: boolean;
  readonly submittedAt: number | null;
  readonly acceptedAt: number | null;
  readonly evidence: DocumentRow | null;
}

export interface DisbursementRow extends NodeRow {
  readonly kind: "disbursement";
  readonly disbursementId: string;
  readonly commitmentId: string;
  readonly lineId: string;
  readonly milestoneId: string | null;
  readonly code: string;
  readonly agency: number;
  readonly state: number;
  readonly amount: string;
  readonly returned: string;
  readonly requestedAt: number;
  readonly approvedFirstAt: number | null;
  readonly approvedSecondAt: number | null;
  readonly paidAt: number | null;
  readonly rejectedAt: number | null;
  readonly requester: string;
  readonly approver1: string | null;
  readonly approver2: string | null;
  readonly payer: string | null;
  readonly evidence: DocumentRow | null;
}

export interface RevisionRow extends NodeRow {
  readonly kind: "revision";
  readonly revisionId: string;
  readonly year: number;
  readonly officer: string;
  readonly evidence: DocumentRow | null;
}

export interface RevisionMoveRow {
  readonly fromLine: string;
  readonly toLine: string;
  readonly amount: string;
}

export interface ObligationRow extends NodeRow {
  readonly kind: "obligation";
  readonly obligationId: string;
  readonly code: string;
  readonly total: string;
  readonly schedule: readonly { readonly year: number; readonly amount: string }[];
  readonly act: DocumentRow | null;
}

export interface CarryForwardRow extends NodeRow {
  readonly kind: "carryForward";
  readonly commitmentId: string;
  readonly code: string;
  readonly fromLine: string;
  readonly toLine: string;
  readonly amount: string;
  readonly officer: string;
  readonly evidence: DocumentRow | null;
}

export interface FlagRow extends NodeRow {
  readonly kind: "flag";
  readonly flagId: string;
  readonly code: string;
  readonly agency: number;
  readonly rule: string;
  readonly state: number;
  readonly unanswered: boolean;
  /** late as of the block asked about */
  readonly overdue: boolean;
  readonly signer: string;
  readonly raisedAt: number;
  readonly replyDueAt: number;
  readonly statement: DocumentRow | null;
  readonly reply: DocumentRow | null;
  readonly repliedAt: number | null;
  readonly decidedAt: number | null;
  readonly reason: DocumentRow | null;
}

export type TotalsGrouping = "AGENCY" | "PROVINCE" | "FISCAL_YEAR" | "EXPENSE_TYPE" | "METHOD";

/** One group of `budgetTotals`; sums in satang as decimal text, beyond 64 bits where many rows add up. */
export interface TotalsRow {
  /** null: the source does not say, or the grouping does not apply to it */
  readonly key: string | null;
  readonly label: LocalizedText | null;
  /** the ledger's code, where groups are agencies and this is one of the ledger's */
  readonly agencyCode: number | null;
  readonly reported: {
    readonly count: number;
    readonly contracts: number;
    readonly budget: string;
    readonly reference: string;
    readonly agreed: string;
  };
  readonly native: {
    readonly projects: number;
    readonly lines: number;
    readonly counters: CountersRow;
  };
}

export interface TotalsResult {
  readonly groups: readonly TotalsRow[];
  readonly totalCount: number;
  readonly hasNext: boolean;
  readonly endCursor: string | null;
  readonly total: TotalsRow;
}
