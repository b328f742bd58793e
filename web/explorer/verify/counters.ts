/** Counters of a line in the order of `LineCounters` in IBudgetLines.sol. */
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

/** Satang as text. */
export type Counters = Readonly<Record<(typeof counterNames)[number], string>>;
