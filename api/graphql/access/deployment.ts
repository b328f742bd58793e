import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { Node } from "../core/node.ts";
import { asOfArgs } from "../core/page.ts";
import type { DeploymentRow } from "../../read/rows/access.ts";

const Deployment = builder.objectRef<DeploymentRow>("Deployment").implement({
  description: "A version of a contract of the ledger, as the Directory lists it.",
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString("name"),
    version: t.exposeInt("version"),
    target: t.expose("target", { type: "Address" }),
    codeHash: t.expose("codeHash", { type: "Bytes32" }),
    retired: t.exposeBoolean("retired"),
  }),
});

builder.queryFields((t) => ({
  deployments: t.field({
    type: [Deployment],
    args: asOfArgs,
    resolve: async (_, { asOfBlock }, context) => [
      ...(await context.read.access.deployments(await checkedAsOf(asOfBlock, context))),
    ],
  }),
}));
