import type { MetaRow } from "../../read/rows/ledger.ts";
import { builder } from "../core/builder.ts";

export const Meta = builder.objectRef<MetaRow>("Meta").implement({
  description: "What the answer stands on.",
  fields: (t) => ({
    block: t.exposeInt("block", { description: "Newest block in the index: answers are as of it." }),
    blockHash: t.expose("blockHash", { type: "Bytes32" }),
    blockTimestamp: t.expose("blockTimestamp", { type: "DateTime" }),
    head: t.exposeInt("head", { description: "Newest block of the chain." }),
    lag: t.exposeInt("lag", { description: "head − block." }),
    chainId: t.exposeInt("chainId"),
    deployment: t.expose("deployment", {
      type: "Bytes32",
      description: "Id of the deployment that is mirrored.",
    }),
    demonstration: t.exposeBoolean("demonstration", {
      description: "A chain with public keys: nothing here is real.",
    }),
    halted: t.exposeString("halted", { nullable: true, description: "Why the index stopped, when it did." }),
  }),
});

builder.queryFields((t) => ({
  _meta: t.field({ type: Meta, resolve: (_, __, { read }) => read.ledger.meta() }),
}));
