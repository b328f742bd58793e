/**
 * The budget's state in one plain form, whichever way it was obtained: from the model, from the contracts' getters,
 * or from their events alone. Keys name an entity (`line 3`), values hold everything the contracts keep about it.
 */
export type Plain = bigint | string | boolean | Plain[] | { [key: string]: Plain };
export type Snapshot = Map<string, { [key: string]: Plain }>;

export const expenseTypes = [1, 2, 3, 4, 5];

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

export type Counters = Record<(typeof counterNames)[number], bigint>;

/** Entities that differ, with both sides: empty when the snapshots are equal. */
export function differences(left: Snapshot, right: Snapshot): string[] {
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].flatMap((key) => {
    const [a, b] = [print(left.get(key)), print(right.get(key))];
    return a === b ? [] : [`${key}\n  left  ${a}\n  right ${b}`];
  });
}

/** Keys sorted, so that equal values print alike. */
export function print(value: Plain | undefined): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `[${value.map(print).join(" ")}]`;
  if (typeof value !== "object") return String(value);
  const fields = Object.keys(value).sort();
  return `{${fields.map((name) => `${name}:${print(value[name])}`).join(" ")}}`;
}

/** Which rule of the counters is broken, by its formula; empty when all hold. Holds for open and closed lines. */
export function brokenRules(counters: Counters, closed: boolean): string[] {
  const c = counters;
  const budget = c.approved + c.carriedIn + c.adjIn - c.adjOut;
  const net = c.paid - c.returned;
  const rules: [string, boolean][] = [
    ["budget >= allotted", budget >= c.allotted],
    ["allotted >= committed + carriedOut", c.allotted >= c.committed + c.carriedOut],
    ["committed >= requested + paid - returned", c.committed >= c.requested + net],
    ["requested + paid - returned >= 0", c.requested >= 0n && net >= 0n],
    [
      "budget = paid - returned + carriedOut + lapsed at closing",
      !closed || budget === net + c.carriedOut + c.lapsed,
    ],
    ["nothing requested at closing", !closed || c.requested === 0n],
    ["nothing lapsed before closing", closed || c.lapsed === 0n],
  ];
  return rules.filter(([, holds]) => !holds).map(([name]) => name);
}
