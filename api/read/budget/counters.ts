import type { CountersRow } from "../rows/budget.ts";

export interface CounterColumns {
  readonly approved: bigint;
  readonly carried_in: bigint;
  readonly adj_in: bigint;
  readonly adj_out: bigint;
  readonly allotted: bigint;
  readonly committed: bigint;
  readonly requested: bigint;
  readonly paid: bigint;
  readonly returned: bigint;
  readonly carried_out: bigint;
  readonly lapsed: bigint;
}

const names = [
  "approved",
  "carried_in",
  "adj_in",
  "adj_out",
  "allotted",
  "committed",
  "requested",
  "paid",
  "returned",
  "carried_out",
  "lapsed",
] as const;

/** SQL: the sum of each counter over lines `l`, zero over none. */
export const COUNTER_SUMS = names.map((name) => `coalesce(sum(l.${name}), 0) AS ${name}`).join(", ");
export const COUNTERS = (alias: string): string => names.map((name) => `${alias}.${name}`).join(", ");

export function countersOf(row: CounterColumns): CountersRow {
  return {
    approved: String(row.approved),
    carriedIn: String(row.carried_in),
    adjIn: String(row.adj_in),
    adjOut: String(row.adj_out),
    allotted: String(row.allotted),
    committed: String(row.committed),
    requested: String(row.requested),
    paid: String(row.paid),
    returned: String(row.returned),
    carriedOut: String(row.carried_out),
    lapsed: String(row.lapsed),
  };
}
