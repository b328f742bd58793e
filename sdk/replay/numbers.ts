/** Numbers of the contracts' enumerations and duties, as far as the replay decides by them. */

export const NO_PERSON = `0x${"00".repeat(32)}`;

export const Duty = {
  RECORDER: 1n << 0n,
  APPROVER_1: 1n << 1n,
  APPROVER_2: 1n << 2n,
  ACCEPTOR: 1n << 3n,
  TREASURY: 1n << 4n,
  BUDGET: 1n << 5n,
  BUDGET_AUTHORITY: 1n << 6n,
  IMPORTER: 1n << 7n,
  AUDITOR: 1n << 8n,
  SERVICES: 1n << 9n,
  WITNESS: 1n << 10n,
} as const;

export const AGENCY_DUTIES =
  Duty.RECORDER | Duty.APPROVER_1 | Duty.APPROVER_2 | Duty.ACCEPTOR | Duty.TREASURY | Duty.BUDGET;

export const ProjectStage = {
  DRAFT: 1n,
  REGISTERED: 2n,
  ACTIVE: 3n,
  SUSPENDED: 4n,
  COMPLETED: 5n,
  AUDITED: 6n,
  CANCELLED: 7n,
} as const;

export const YearStage = { PLANNED: 1n, OPEN: 2n, CLOSED: 3n } as const;

export const CommitmentStage = {
  PENDING: 1n,
  ACTIVE: 2n,
  COMPLETE: 3n,
  TERMINATED: 4n,
  CANCELLED: 5n,
} as const;

export const MilestoneStage = {
  SCHEDULED: 1n,
  SUBMITTED: 2n,
  ACCEPTED: 3n,
  PARTIAL: 4n,
  REJECTED: 5n,
  REMOVED: 6n,
} as const;

export const DisbursementStage = {
  REQUESTED: 1n,
  APPROVED1: 2n,
  APPROVED2: 3n,
  PAID: 4n,
  REJECTED: 5n,
  RETURNED: 6n,
} as const;

export const FlagStage = { OPEN: 1n, REPLIED: 2n, UNDER_REVIEW: 3n } as const;
