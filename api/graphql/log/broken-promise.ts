import type { BrokenPromiseRow } from "../../read/rows/log.ts";
import { builder } from "../core/builder.ts";

export const Breach = builder.enumType("Breach", {
  description: "How a promise was broken.",
  values: ["DEADLINE_MISSED", "WRONG_LEAF"] as const,
});

export const BrokenPromise = builder.objectRef<BrokenPromiseRow>("BrokenPromise").implement({
  description: "A signed promise of a gateway that was shown on the chain to be broken.",
  fields: (t) => ({
    statementHash: t.expose("statementHash", { type: "Bytes32" }),
    gateway: t.expose("gateway", { type: "Address" }),
    breach: t.field({
      type: Breach,
      resolve: ({ breach }) => (breach === 0 ? "DEADLINE_MISSED" : "WRONG_LEAF"),
    }),
    index: t.expose("index", { type: "Index", description: "First entry for which it was broken." }),
    timestamp: t.expose("timestamp", { type: "DateTime" }),
  }),
});
