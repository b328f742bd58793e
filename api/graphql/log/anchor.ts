import { bundleCid } from "../../../sdk/log/bundle/cid.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { Node } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import { Anchor, AnchorConnection, Service } from "./refs.ts";

Anchor.implement({
  description: "A root of a service's log that the chain took, with a proof that it extends the one before.",
  interfaces: [Node],
  fields: (t) => ({
    service: t.field({
      type: Service,
      resolve: async (row, _, { read }) => (await read.log.service(row.service, row.asOf))!,
    }),
    size: t.expose("size", { type: "Index", description: "Number of entries." }),
    firstIndex: t.expose("firstIndex", {
      type: "Index",
      description: "Index of the first entry that is new in it.",
    }),
    root: t.expose("root", { type: "Bytes32", description: "RFC 9162 root of the tree of these entries." }),
    bundle: t.expose("bundle", {
      type: "Bytes32",
      description:
        "SHA-256 of the published list of new entries and tiles, as the chain has it; as one raw block it is its CID too.",
    }),
    bundleCid: t.field({
      type: "CID",
      description:
        "The same as a CID: `/documents/<cid>` serves the list, and so does any IPFS node that has it.",
      resolve: ({ bundle }) => bundleCid(bundle),
    }),
    reading: t.exposeString("reading", {
      description:
        "pending, complete (the entries are there and equal the root), unavailable (the list is not found) or contradicted (the list does not give the anchored root).",
    }),
    checkpoint: t.exposeString("checkpoint", {
      nullable: true,
      description:
        "Signed note of the log over size and root (C2SP tlog-checkpoint); null unless the list was read.",
    }),
    readingError: t.exposeString("readingError", { nullable: true, description: "Code of the reason." }),
  }),
});

builder.queryField("anchors", (t) =>
  t.field({
    type: AnchorConnection,
    description: "Roots that the chain took, of all services or of these; newest first.",
    args: { service: t.arg.stringList({ description: "Names of services." }), ...pageArgs, ...asOfArgs },
    resolve: async (_, { service, asOfBlock, ...rest }, context) =>
      context.read.log.anchors(service ?? null, page(rest), await checkedAsOf(asOfBlock, context)),
  }),
);
