/**
 * Where the things of the budget registers stand, by the names that the API gives their states. The contracts number them
 * from 1 in this order; 0 (`None`) is what was never recorded.
 */
export const budgetStates = {
  project: ["DRAFT", "REGISTERED", "ACTIVE", "SUSPENDED", "COMPLETED", "AUDITED", "CANCELLED"],
  year: ["PLANNED", "OPEN", "CLOSED"],
  commitment: ["PENDING", "ACTIVE", "COMPLETE", "TERMINATED", "CANCELLED"],
  milestone: ["SCHEDULED", "SUBMITTED", "ACCEPTED", "PARTIAL", "REJECTED", "REMOVED"],
  disbursement: ["REQUESTED", "APPROVED1", "APPROVED2", "PAID", "REJECTED", "RETURNED"],
  flag: ["OPEN", "REPLIED", "UNDER_REVIEW", "UPHELD", "DISMISSED", "REFERRED"],
} as const;

/** What has states of its own. */
export type Stateful = keyof typeof budgetStates;

export type StateName<Thing extends Stateful> = (typeof budgetStates)[Thing][number];

/** Numbers of the states in which a milestone is neither accepted in full nor removed: it can be overdue. */
export const openMilestoneStates: ReadonlySet<number> = new Set(
  (["SCHEDULED", "SUBMITTED", "PARTIAL", "REJECTED"] as const).map(
    (name) => budgetStates.milestone.indexOf(name) + 1,
  ),
);
