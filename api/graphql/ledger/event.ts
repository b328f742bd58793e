import type { ArgumentRow, EventRow } from "../../read/rows/ledger.ts";
import { Officer } from "../access/agency.ts";
import { Project } from "../budget/refs.ts";
import { builder } from "../core/builder.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { askedOf } from "../core/asked.ts";
import { LocalizedText, Node, Provenance } from "../core/node.ts";
import { asOfArgs, connectionOf, page, pageArgs } from "../core/page.ts";

export const Argument = builder.objectRef<ArgumentRow>("Argument").implement({
  description: "A decoded argument: numbers in decimal, bytes in hexadecimal, lists and structs as JSON.",
  fields: (t) => ({
    name: t.exposeString("name"),
    type: t.exposeString("type", { description: "Solidity type." }),
    value: t.exposeString("value"),
  }),
});

export const LedgerEvent = builder.objectRef<EventRow>("LedgerEvent").implement({
  description: "Something that happened, as the ledger recorded it.",
  fields: (t) => ({
    cursor: t.exposeString("cursor", { description: "Place in the stream of all events; resume after it." }),
    name: t.exposeString("name"),
    contractName: t.exposeString("contractName"),
    provenance: t.expose("provenance", { type: Provenance }),
    args: t.field({ type: [Argument], resolve: (row) => [...row.args] }),
    text: t.expose("text", { type: LocalizedText, description: "One plain sentence." }),
    signer: t.expose("signer", {
      type: "Address",
      nullable: true,
      description: "Who signed, where the event names it: an officer, or whoever raised a flag. Else null.",
    }),
    officer: t.field({
      type: Officer,
      nullable: true,
      resolve: async ({ signer }, _, { read }) => {
        const officer = signer ? await read.access.officer(signer, null) : null;
        // A mirror that lost the agency must not take every list of events with it: whoever signed is told, of whom is not.
        return officer && (await read.access.agency(String(officer.agency), null)) ? officer : null;
      },
    }),
    projectCode: t.exposeString("projectCode", { nullable: true }),
    project: t.field({
      type: Project,
      nullable: true,
      resolve: (row, _, { read }, info) =>
        row.projectCode ? read.budget.project(row.projectCode, null, askedOf(info)) : null,
    }),
  }),
});

export const EventConnection = connectionOf("LedgerEvent", LedgerEvent);

builder.interfaceField(Node, "history", (t) =>
  t.field({
    type: EventConnection,
    description: "Everything that happened to it, newest first.",
    args: pageArgs,
    resolve: (row, args, { read }) => read.ledger.history(row, page(args)),
  }),
);

builder.objectField(Project, "events", (t) =>
  t.field({
    type: EventConnection,
    description: "The project's timeline: events of the project and of everything under it, newest first.",
    args: pageArgs,
    resolve: ({ code, asOf }, args, { read }) => read.ledger.events({ projectCode: code }, page(args), asOf),
  }),
);

export const eventFilterArgs = builder.args((t) => ({
  projectCode: t.string(),
  agency: t.int(),
  contract: t.stringList({ description: "Names of contracts." }),
  name: t.stringList({ description: "Names of events." }),
}));

builder.queryField("events", (t) =>
  t.field({
    type: EventConnection,
    description: "Latest events, newest first.",
    args: { ...eventFilterArgs, ...pageArgs, ...asOfArgs },
    resolve: async (_, { first, after, asOfBlock, ...filter }, context) =>
      context.read.ledger.events(filter, page({ first, after }), await checkedAsOf(asOfBlock, context)),
  }),
);
