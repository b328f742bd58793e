import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { Duty, duties } from "../core/enums.ts";
import { Node } from "../core/node.ts";
import { asOfArgs, connectionOf, page, pageArgs } from "../core/page.ts";
import type { AgencyRow, OfficerRow } from "../../read/rows/access.ts";

export const Agency = builder.objectRef<AgencyRow>("Agency");
const Officer = builder.objectRef<OfficerRow>("Officer").implement({
  description: "An account registered for an agency. The person behind it appears only as a pseudonym.",
  interfaces: [Node],
  fields: (t) => ({
    account: t.expose("account", { type: "Address" }),
    agency: t.field({ type: Agency, resolve: (row, _, { read }) => read.access.agencyOf(row) }),
    duties: t.field({ type: [Duty], resolve: (row) => duties.filter((_, bit) => row.duties & (1 << bit)) }),
    validFrom: t.expose("validFrom", { type: "DateTime" }),
    validUntil: t.expose("validUntil", { type: "DateTime" }),
    revoked: t.exposeBoolean("revoked"),
    personTag: t.expose("personTag", { type: "Bytes32" }),
  }),
});
const OfficerConnection = connectionOf("Officer", Officer);

Agency.implement({
  description: "A public agency, known by its code; names are not unique.",
  interfaces: [Node],
  fields: (t) => ({
    code: t.exposeInt("code", { description: "Five-digit agency code." }),
    nameTh: t.exposeString("nameTh"),
    nameEn: t.exposeString("nameEn"),
    province: t.exposeInt("province", { description: "ISO 3166-2:TH number, 10 (Bangkok) to 96." }),
    active: t.exposeBoolean("active"),
    officers: t.field({
      type: OfficerConnection,
      args: pageArgs,
      resolve: (row, args, { read }) => read.access.officers(row.code, page(args), row.asOf),
    }),
  }),
});

export const AgencyConnection = connectionOf("Agency", Agency);

builder.queryFields((t) => ({
  agency: t.field({
    type: Agency,
    nullable: true,
    args: { code: t.arg.int({ required: true }), ...asOfArgs },
    resolve: async (_, { code, asOfBlock }, context) =>
      context.read.access.agency(String(code), await checkedAsOf(asOfBlock, context)),
  }),
  agencies: t.field({
    type: AgencyConnection,
    args: { query: t.arg.string({ description: "Part of a name, or a code." }), ...pageArgs, ...asOfArgs },
    resolve: async (_, { query, asOfBlock, ...rest }, context) =>
      context.read.access.agencies(query ?? null, page(rest), await checkedAsOf(asOfBlock, context)),
  }),
  officer: t.field({
    type: Officer,
    nullable: true,
    args: { account: t.arg({ type: "Address", required: true }), ...asOfArgs },
    resolve: async (_, { account, asOfBlock }, context) =>
      context.read.access.officer(account, await checkedAsOf(asOfBlock, context)),
  }),
}));

export { Officer };
