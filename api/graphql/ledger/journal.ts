import type { JournalRow } from "../../read/rows/ledger.ts";
import { builder } from "../core/builder.ts";

const Journal = builder.objectRef<JournalRow>("Journal").implement({
  description: "The hash chain over all events of a contract: equal roots prove that nothing is missing.",
  fields: (t) => ({
    contract: t.exposeString("contractName"),
    address: t.expose("contract", { type: "Address" }),
    count: t.exposeInt("count", { description: "Events that the index folded." }),
    root: t.expose("root", { type: "Bytes32", description: "Root that the index folded." }),
    block: t.exposeInt("block", { description: "Block at which both were read." }),
    onChainCount: t.exposeInt("onChainCount", { nullable: true }),
    onChainRoot: t.expose("onChainRoot", {
      type: "Bytes32",
      nullable: true,
      description: "What the contract itself answers; null when the chain could not be asked.",
    }),
    matches: t.exposeBoolean("matches", { nullable: true }),
    verifiedAt: t.expose("verifiedAt", { type: "DateTime", nullable: true }),
  }),
});

builder.queryField("journals", (t) =>
  t.field({ type: [Journal], resolve: async (_, __, { read }) => [...(await read.ledger.journals())] }),
);
