import type { Reading } from "../../../sdk/log/catalogue/index.ts";
import type { ActionRecord, Reference } from "../../../sdk/log/record/index.ts";
import type { Page } from "../../read/rows/common.ts";
import type { ActionRow } from "../../read/rows/log.ts";
import { Agency } from "../access/agency.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { LocalizedText, Node } from "../core/node.ts";
import { asOfArgs, connectionOf, page, pageArgs } from "../core/page.ts";
import { ActionFilter, actionFilter, ActionOrder } from "./action-filter.ts";
import { Action, Anchor, Service } from "./refs.ts";
import { readingOf } from "./words.ts";

const recordOf = ({ record }: ActionRow) => JSON.parse(record) as ActionRecord;

const ActionDetail = builder.objectRef<Reading["details"][number]>("ActionDetail").implement({
  description: "A property of an action in words.",
  fields: (t) => ({
    name: t.exposeString("name"),
    label: t.expose("label", { type: LocalizedText }),
    value: t.expose("value", { type: LocalizedText }),
    inSentence: t.exposeBoolean("inSentence", { description: "Whether the sentence says it already." }),
  }),
});

const ActionReading = builder.objectRef<Reading>("ActionReading").implement({
  description: "An action in plain words.",
  fields: (t) => ({
    title: t.expose("title", { type: LocalizedText }),
    sentence: t.expose("sentence", { type: LocalizedText }),
    details: t.field({ type: [ActionDetail], resolve: ({ details }) => [...details] }),
  }),
});

const Payload = builder.objectRef<ActionRow>("ActionPayload").implement({
  description:
    "Stands for a private payload that the agency keeps in its own store: SHA-256 of salt and payload, and nothing else.",
  fields: (t) => ({
    commit: t.field({ type: "Bytes32", resolve: ({ payload }) => payload! }),
    ref: t.string({
      description: "Where the agency finds it; means nothing to anybody else.",
      resolve: (row) => recordOf(row).payload!.ref,
    }),
    erasedBy: t.field({
      type: Action,
      nullable: true,
      description: "The entry in which the agency says that it erased payload and salt, and on what ground.",
      resolve: (row, _, { read }) => read.log.erasedBy(row),
    }),
  }),
});

interface Referred {
  readonly from: ActionRow;
  readonly to: Reference;
}

const ActionReference = builder.objectRef<Referred>("ActionReference").implement({
  description: "Another entry, or a public document, that an entry refers to.",
  fields: (t) => ({
    service: t.string({
      nullable: true,
      description: "Name of the service in whose log the entry is; null for a document.",
      resolve: ({ from, to }) => ("cid" in to ? null : "service" in to ? to.service : from.service),
    }),
    index: t.field({
      type: "Index",
      nullable: true,
      description: "Null for a document.",
      resolve: ({ to }) => ("index" in to ? to.index : null),
    }),
    cid: t.field({ type: "CID", nullable: true, resolve: ({ to }) => ("cid" in to ? to.cid : null) }),
    action: t.field({
      type: Action,
      nullable: true,
      description: "The entry, when it is anchored and can be shown.",
      resolve: ({ from, to }, _, { read }) =>
        "index" in to
          ? read.log.actionIfShown(`${"service" in to ? to.service : from.service}:${to.index}`, from.asOf)
          : null,
    }),
  }),
});

Action.implement({
  description: "An entry of a service's log, anchored on the chain.",
  interfaces: [Node],
  fields: (t) => ({
    service: t.field({
      type: Service,
      resolve: async (row, _, { read }) => (await read.log.service(row.service, row.asOf))!,
    }),
    serviceName: t.exposeString("service"),
    index: t.expose("index", { type: "Index", description: "Place in the service's log, from 0." }),
    type: t.exposeString("type"),
    schema: t.expose("schema", { type: "CID", description: "The JSON Schema that its data obey." }),
    agency: t.field({
      type: Agency,
      nullable: true,
      description: "The agency that answers for it; null when the ledger has none of this code.",
      resolve: ({ agency, asOf }, _, { read }) => read.access.agency(String(agency), asOf),
    }),
    agencyCode: t.exposeInt("agency"),
    submitter: t.exposeString("submitter", { description: "Label of the writer within the service." }),
    clientSeq: t.expose("clientSeq", {
      type: "Index",
      description: "Number that the writer gave it; each writer counts from 1 without holes.",
    }),
    happenedAt: t.expose("happenedAt", { type: "DateTime", description: "By the service's word." }),
    subject: t.expose("subject", {
      type: "Bytes32",
      nullable: true,
      description: "Commitment of whom it concerns: a salted hash, the same for the same person's entries.",
    }),
    actorRole: t.exposeString("role", { nullable: true, description: "Office of who acted." }),
    actorPseudonym: t.expose("pseudonym", {
      type: "Bytes32",
      nullable: true,
      description: "Pseudonym of who acted, of meaning within this service only.",
    }),
    data: t.string({
      description: "What happened, as JSON that obeys the schema.",
      resolve: (row) => JSON.stringify(recordOf(row).data),
    }),
    record: t.exposeString("record", {
      description: "The whole entry as canonical JSON (RFC 8785): exactly the bytes that are hashed.",
    }),
    leaf: t.expose("leaf", {
      type: "Bytes32",
      description: "SHA-256(0x00 ‖ record): its leaf in the tree whose root the chain holds.",
    }),
    reading: t.field({
      type: ActionReading,
      nullable: true,
      description: "In plain words; null when this server has none for the schema.",
      resolve: readingOf,
    }),
    payload: t.field({
      type: Payload,
      nullable: true,
      resolve: (row) => (row.payload === null ? null : row),
    }),
    references: t.field({
      type: [ActionReference],
      resolve: (from) => (recordOf(from).refs ?? []).map((to) => ({ from, to })),
    }),
    supersedesIndex: t.expose("supersedes", {
      type: "Index",
      nullable: true,
      description: "Index of the entry of the same service that it replaces.",
    }),
    supersedes: t.field({
      type: Action,
      nullable: true,
      resolve: ({ service, supersedes, asOf }, _, { read }) =>
        supersedes === null ? null : read.log.actionIfShown(`${service}:${supersedes}`, asOf),
    }),
    supersededBy: t.field({
      type: Action,
      nullable: true,
      description: "The newest entry that replaces it.",
      resolve: (row, _, { read }) => read.log.supersededBy(row),
    }),
    anchor: t.field({
      type: Anchor,
      description: "The root with which the chain took it.",
      resolve: (row, _, { read }) => read.log.anchorOf(row),
    }),
  }),
});

const ActionConnection = connectionOf("Action", Action);
type Listed = Page<ActionRow> & { readonly unread: () => Promise<number> };

builder.objectField(ActionConnection, "unreadCount", (t) =>
  t.field({
    type: "Index",
    description:
      "Anchored entries of the services asked about that cannot be shown: what was published of them is not there (yet), or does not give the anchored root. Not zero means that the list may be incomplete.",
    resolve: (page) => (page as Listed).unread(),
  }),
);

const NEWEST = { field: "HAPPENED", direction: "DESC" } as const;

builder.queryFields((t) => ({
  action: t.field({
    type: Action,
    nullable: true,
    args: {
      service: t.arg.string({ required: true, description: "Name of the service." }),
      index: t.arg({ type: "Index", required: true }),
      ...asOfArgs,
    },
    resolve: async (_, { service, index, asOfBlock }, context) =>
      context.read.log.action(`${service}:${index}`, await checkedAsOf(asOfBlock, context)),
  }),
  actions: t.field({
    type: ActionConnection,
    description: "What services logged; newest first unless asked otherwise.",
    args: {
      filter: t.arg({ type: ActionFilter }),
      orderBy: t.arg({ type: ActionOrder }),
      ...pageArgs,
      ...asOfArgs,
    },
    resolve: async (_, { filter, orderBy, asOfBlock, ...rest }, context) =>
      context.read.log.actions(
        actionFilter(filter ?? {}),
        orderBy ?? NEWEST,
        page(rest),
        await checkedAsOf(asOfBlock, context),
      ),
  }),
}));

builder.objectField(Service, "actions", (t) =>
  t.field({
    type: ActionConnection,
    description: "Newest first.",
    args: { type: t.arg.stringList(), ...pageArgs },
    resolve: ({ name, asOf }, { type, ...rest }, { read }) =>
      read.log.actions({ service: [name], type }, NEWEST, page(rest), asOf),
  }),
);
