/** The moves of a line's counters, written anew from the rules, so that the contracts' own sums can be compared. */
import { counterNames } from "./state.ts";
import type { LineCounters } from "./state.ts";

export function noCounters(): LineCounters {
  return Object.fromEntries(counterNames.map((name) => [name, 0n])) as LineCounters;
}

/** Money that the line has: approved + carriedIn + adjIn − adjOut, satang. */
export function lineBudget({ approved, carriedIn, adjIn, adjOut }: LineCounters): bigint {
  return approved + carriedIn + adjIn - adjOut;
}

/** Paid and not returned, satang. */
export const netPaid = ({ paid, returned }: LineCounters): bigint => paid - returned;

type Move = (counters: LineCounters, amount: bigint) => Partial<LineCounters>;

/** What a move makes of the counters that it touches. */
export const lineMoves = {
  appropriate: ({ approved }, amount) => ({ approved: approved + amount }),
  allot: ({ allotted }, amount) => ({ allotted: allotted + amount }),
  withdraw: ({ allotted }, amount) => ({ allotted: allotted - amount }),
  /** A revision takes what is not allotted first. */
  give: (counters, amount) => {
    const spare = lineBudget(counters) - counters.allotted;
    const beyond = amount > spare ? amount - spare : 0n;
    return { adjOut: counters.adjOut + amount, allotted: counters.allotted - beyond };
  },
  take: ({ adjIn }, amount) => ({ adjIn: adjIn + amount }),
  commit: ({ committed }, amount) => ({ committed: committed + amount }),
  release: ({ committed }, amount) => ({ committed: committed - amount }),
  reserve: ({ requested }, amount) => ({ requested: requested + amount }),
  unreserve: ({ requested }, amount) => ({ requested: requested - amount }),
  pay: ({ requested, paid }, amount) => ({ requested: requested - amount, paid: paid + amount }),
  refund: ({ returned }, amount) => ({ returned: returned + amount }),
  /** What comes back to a closed line lapses. */
  refundClosed: ({ returned, lapsed }, amount) => ({ returned: returned + amount, lapsed: lapsed + amount }),
  carryOut: ({ committed, carriedOut }, amount) => ({
    committed: committed - amount,
    carriedOut: carriedOut + amount,
  }),
  carryIn: ({ carriedIn, allotted, committed }, amount) => ({
    carriedIn: carriedIn + amount,
    allotted: allotted + amount,
    committed: committed + amount,
  }),
  close: (counters) => ({ lapsed: lineBudget(counters) - netPaid(counters) - counters.carriedOut }),
} satisfies Record<string, Move>;

export type LineMove = keyof typeof lineMoves;

/** The sum rules of a line that do not hold, as formulas with their values; empty when all hold. */
export function brokenLineRules(counters: LineCounters, closed: boolean): { rule: string; found: string }[] {
  const { allotted, committed, requested, carriedOut, lapsed } = counters;
  const budget = lineBudget(counters);
  const net = netPaid(counters);
  const negative = counterNames.filter((name) => counters[name] < 0n);
  const rules: [holds: boolean, rule: string, found: string][] = [
    [negative.length === 0, "no counter is negative", negative.map((n) => `${n} ${counters[n]}`).join(", ")],
    [budget >= allotted, "approved + carriedIn + adjIn − adjOut ≥ allotted", `${budget} < ${allotted}`],
    [
      allotted >= committed + carriedOut,
      "allotted ≥ committed + carriedOut",
      `${allotted} < ${committed + carriedOut}`,
    ],
    [
      committed >= requested + net,
      "committed ≥ requested + paid − returned",
      `${committed} < ${requested + net}`,
    ],
    [net >= 0n, "paid ≥ returned", `${net} < 0`],
    [
      !closed || budget === net + carriedOut + lapsed,
      "at closing budget = paid − returned + carriedOut + lapsed",
      `${budget} ≠ ${net + carriedOut + lapsed}`,
    ],
    [!closed || requested === 0n, "nothing requested after closing", String(requested)],
    [closed || lapsed === 0n, "nothing lapsed before closing", String(lapsed)],
  ];
  return rules.filter(([holds]) => !holds).map(([, rule, found]) => ({ rule, found }));
}
