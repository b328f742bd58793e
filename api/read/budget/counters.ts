import type { CountersRow } from "../rows/budget.ts";

export interface CounterColumns<Value = bigint> {
  readonly approved: Value;
  readonly carried_in: Value;
  readonly adj_in: Value;
  readonly adj_out: Value;
  readonly allotted: Value;
  readonly committed: Value;
  readonly requested: Value;
  readonly paid: Value;
  readonly returned: Value;
  readonly carried_out: Value;
  readonly lapsed: Value;
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
/** SQL: the counters as answers tell them; most are only passed on. */
export const COUNTER_TEXTS = (alias: string): string =>
  names.map((name) => `${alias}.${name}::text AS ${name}`).join(", ");
export const COUNTERS = (alias: string): string => names.map((name) => `${alias}.${name}`).join(", ");

export function countersOf(row: CounterColumns<bigint | string>): CountersRow {
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
