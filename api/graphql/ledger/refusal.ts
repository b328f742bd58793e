import type { Explanation as ExplanationRow } from "../../../sdk/errors.ts";
import type { RefusalReason as Reason, RefusalRow } from "../../read/rows/ledger.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { asOfArgs, connectionOf, page, pageArgs } from "../core/page.ts";
import { Argument } from "./event.ts";

export const Explanation = builder.objectRef<ExplanationRow>("Explanation").implement({
  description: "What was wrong, why it is refused, and how to mend it.",
  fields: (t) => ({ what: t.exposeString("what"), why: t.exposeString("why"), mend: t.exposeString("mend") }),
});

const RefusalReason = builder.objectRef<Reason>("RefusalReason").implement({
  fields: (t) => ({
    code: t.exposeString("code", { description: "Name of the contract's error." }),
    args: t.field({ type: [Argument], resolve: (row) => [...row.args] }),
    th: t.field({ type: Explanation, resolve: (row) => row.texts.th }),
    en: t.field({ type: Explanation, resolve: (row) => row.texts.en }),
  }),
});

export const Refusal = builder.objectRef<RefusalRow>("Refusal").implement({
  description: "A transaction that the ledger refused: included in a block without any effect.",
  fields: (t) => ({
    txHash: t.expose("txHash", { type: "Bytes32" }),
    block: t.exposeInt("block"),
    timestamp: t.expose("timestamp", { type: "DateTime" }),
    from: t.expose("from", { type: "Address" }),
    contract: t.expose("contract", { type: "Address" }),
    contractName: t.exposeString("contractName", { nullable: true }),
    function: t.exposeString("function", { nullable: true }),
    args: t.field({ type: [Argument], resolve: (row) => [...row.args] }),
    reason: t.expose("reason", {
      type: RefusalReason,
      nullable: true,
      description: "Recomputed by calling the transaction again on the state before its block.",
    }),
  }),
});

builder.queryField("refusals", (t) =>
  t.field({
    type: connectionOf("Refusal", Refusal),
    description: "What the ledger refused, and why; newest first.",
    args: { ...pageArgs, ...asOfArgs },
    resolve: async (_, { asOfBlock, ...args }, context) =>
      context.read.ledger.refusals(page(args), await checkedAsOf(asOfBlock, context)),
  }),
);
