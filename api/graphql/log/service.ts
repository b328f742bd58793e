import { Agency } from "../access/agency.ts";
import { checkedAsOf } from "../core/as-of.ts";
import { builder } from "../core/builder.ts";
import { Node } from "../core/node.ts";
import { asOfArgs, page, pageArgs } from "../core/page.ts";
import type { ServiceRow } from "../../read/rows/log.ts";
import { blockTime } from "./block-time.ts";
import { BrokenPromise } from "./broken-promise.ts";
import { ActionType, Gateway, LogClosure, ServiceKey } from "./keeping.ts";
import { Anchor, AnchorConnection, Service, ServiceConnection } from "./refs.ts";
import { Cosignature } from "./witness.ts";

/** Unix seconds; null when nothing is due. Source: heartbeatOverdue in contracts/log/ActionLog.sol. */
function heartbeatDue({ heartbeatInterval, closedAt, seenAt, registeredAt }: ServiceRow): number | null {
  return heartbeatInterval === 0 || closedAt !== null ? null : (seenAt ?? registeredAt) + heartbeatInterval;
}

Service.implement({
  description: "A service that logs what it does; its log can only grow, and the chain holds its root.",
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString("name", { description: "Reverse-DNS name, such as th.go.police.chatbot." }),
    serviceId: t.expose("id", { type: "Bytes32", description: "keccak256 of the name." }),
    agency: t.field({ type: Agency, resolve: (row, _, { read }) => read.access.agencyOf(row) }),
    titleTh: t.exposeString("titleTh"),
    titleEn: t.exposeString("titleEn"),
    heartbeatInterval: t.exposeInt("heartbeatInterval", {
      description: "Seconds of silence that are no fault; 0 when it promises none.",
    }),
    maxMergeDelay: t.exposeInt("maxMergeDelay", {
      description: "Seconds within which what was promised must be anchored.",
    }),
    registeredAt: t.expose("registeredAt", { type: "DateTime" }),
    closedAt: t.expose("closedAt", {
      type: "DateTime",
      nullable: true,
      description: "Since when it takes nothing new.",
    }),
    retired: t.exposeBoolean("retired"),
    logClosed: t.field({
      type: LogClosure,
      nullable: true,
      description:
        "Set while the intake of this server has closed its log. No block says so: it is the state of now, whatever block is asked about.",
      resolve: (row, _, { read }) => read.log.closure(row),
    }),
    size: t.expose("size", { type: "Index", description: "Number of anchored entries." }),
    root: t.expose("root", { type: "Bytes32" }),
    anchoredAt: t.expose("anchoredAt", { type: "DateTime", nullable: true }),
    seenAt: t.expose("seenAt", {
      type: "DateTime",
      nullable: true,
      description: "When it last anchored, said that it has nothing to anchor, or was reinstated.",
    }),
    heartbeatDueAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "By when it must be heard of again; past means that its silence is a fault.",
      resolve: heartbeatDue,
    }),
    heartbeatOverdue: t.boolean({
      description:
        "Whether that time had passed when the newest block was made; the contract judges the same way.",
      resolve: async (row, _, context) => {
        const due = heartbeatDue(row);
        return due !== null && (await blockTime(row.asOf, context)) > due;
      },
    }),
    anchorCount: t.exposeInt("anchors"),
    brokenPromiseCount: t.exposeInt("brokenPromises"),
    brokenPromises: t.field({
      type: [BrokenPromise],
      resolve: async (row, _, { read }) => [...(await read.log.brokenPromises(row))],
    }),
    keys: t.field({
      type: [ServiceKey],
      resolve: async (row, _, { read }) => [...(await read.log.keys(row))],
    }),
    gateways: t.field({
      type: [Gateway],
      resolve: async (row, _, { read }) => [...(await read.log.gateways(row))],
    }),
    actionTypes: t.field({
      type: [ActionType],
      resolve: async (row, _, { read }) => [...(await read.log.actionTypes(row))],
    }),
    anchors: t.field({
      type: AnchorConnection,
      description: "Newest first.",
      args: pageArgs,
      resolve: (row, args, { read }) => read.log.anchors([row.name], page(args), row.asOf),
    }),
    unread: t.field({
      type: [Anchor],
      description:
        "Anchors whose entries cannot be shown, oldest first, at most 1000: what the service published of them is not there (yet), or does not give the anchored root.",
      resolve: async (row, _, { read }) => [...(await read.log.unread(row))],
    }),
    cosignatures: t.field({
      type: [Cosignature],
      description: "Newest first.",
      resolve: async (row, _, { read }) => [...(await read.log.cosignatures(row))],
    }),
  }),
});

builder.queryFields((t) => ({
  service: t.field({
    type: Service,
    nullable: true,
    args: { name: t.arg.string({ required: true }), ...asOfArgs },
    resolve: async (_, { name, asOfBlock }, context) =>
      context.read.log.service(name, await checkedAsOf(asOfBlock, context)),
  }),
  services: t.field({
    type: ServiceConnection,
    args: {
      query: t.arg.string({ description: "Part of a name or title." }),
      agency: t.arg.intList(),
      open: t.arg.boolean({ description: "Only those that take actions, or only closed ones." }),
      ...pageArgs,
      ...asOfArgs,
    },
    resolve: async (_, { asOfBlock, first, after, ...filter }, context) =>
      context.read.log.services(filter, page({ first, after }), await checkedAsOf(asOfBlock, context)),
  }),
}));
