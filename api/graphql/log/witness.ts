import { Agency } from "../access/agency.ts";
import type { CosignatureRow, WitnessRow } from "../../read/rows/log.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { asOfArgs, connectionOf, page, pageArgs } from "../core/page.ts";
import { Service } from "./refs.ts";

export const Cosignature = builder.objectRef<CosignatureRow>("Cosignature").implement({
  description: "A witness of another agency has checked the log up to this size and found this root.",
  fields: (t) => ({
    agency: t.field({ type: Agency, resolve: (row, _, { read }) => read.access.agencyOf(row) }),
    officer: t.expose("officer", { type: "Address" }),
    size: t.expose("size", { type: "Index" }),
    root: t.expose("root", { type: "Bytes32" }),
    timestamp: t.expose("timestamp", { type: "DateTime" }),
  }),
});

const Witness = builder.objectRef<WitnessRow>("Witness").implement({
  description: "An agency that cosigned a service's log, with the largest size that it has confirmed.",
  fields: (t) => ({
    service: t.field({
      type: Service,
      resolve: async (row, _, { read }) => (await read.log.service(row.service, row.asOf))!,
    }),
    agency: t.field({ type: Agency, resolve: (row, _, { read }) => read.access.agencyOf(row) }),
    officer: t.expose("officer", { type: "Address" }),
    size: t.expose("size", { type: "Index" }),
    root: t.expose("root", { type: "Bytes32" }),
    timestamp: t.expose("timestamp", { type: "DateTime" }),
  }),
});

builder.queryField("witnesses", (t) =>
  t.field({
    type: connectionOf("Witness", Witness),
    description: "Which agency has confirmed which service's log, and up to which size.",
    args: {
      service: t.arg.stringList({ description: "Names of services." }),
      agency: t.arg.intList(),
      ...pageArgs,
      ...asOfArgs,
    },
    resolve: async (_, { asOfBlock, first, after, ...filter }, context) =>
      context.read.log.witnesses(filter, page({ first, after }), await checkedAsOf(asOfBlock, context)),
  }),
);
