import type { CountersRow } from "../../read/rows/budget.ts";
import { builder } from "../core/builder.ts";

const sum = (...values: string[]) => values.reduce((total, value) => total + BigInt(value), 0n);

export const LineCounters = builder.objectRef<CountersRow>("LineCounters").implement({
  description: "What became of a line's money, or the sum over lines. In satang.",
  fields: (t) => ({
    approved: t.expose("approved", { type: "Satang", description: "Appropriated by the budget act." }),
    carriedIn: t.expose("carriedIn", { type: "Satang", description: "Brought over from the year before." }),
    adjIn: t.expose("adjIn", { type: "Satang", description: "Received by revisions." }),
    adjOut: t.expose("adjOut", { type: "Satang", description: "Given by revisions." }),
    allotted: t.expose("allotted", { type: "Satang", description: "Released for spending." }),
    committed: t.expose("committed", { type: "Satang", description: "Bound by orders and contracts." }),
    requested: t.expose("requested", { type: "Satang", description: "Reserved by open payment requests." }),
    paid: t.expose("paid", { type: "Satang", description: "Paid out." }),
    returned: t.expose("returned", { type: "Satang", description: "Paid back after payment." }),
    carriedOut: t.expose("carriedOut", { type: "Satang", description: "Taken over into the next year." }),
    lapsed: t.expose("lapsed", { type: "Satang", description: "Fallen back at closing." }),
    current: t.field({
      type: "Satang",
      description: "approved + carriedIn + adjIn − adjOut: the budget as it stands.",
      resolve: (row) => sum(row.approved, row.carriedIn, row.adjIn, `-${row.adjOut}`),
    }),
    netPaid: t.field({
      type: "Satang",
      description: "paid − returned.",
      resolve: (row) => sum(row.paid, `-${row.returned}`),
    }),
  }),
});
