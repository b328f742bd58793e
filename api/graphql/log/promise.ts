import type { PromiseRow } from "../../read/rows/log.ts";
import { builder } from "../core/builder.ts";
import { Direction } from "../core/enums.ts";
import { Provenance } from "../core/node.ts";
import { connectionOf, page, pageArgs } from "../core/page.ts";
import { blockTime } from "./block-time.ts";
import { Breach } from "./broken-promise.ts";
import { Service } from "./refs.ts";

const PromiseState = builder.enumType("PromiseState", {
  description:
    "What became of a promise, as of the block that is answered as of. Each promise has one state. What was promised is the word of the operator's intake, except of broken ones; when it was anchored is what the chain says.",
  values: {
    OPEN: { description: "Not anchored, and its deadline is not over." },
    OVERDUE: {
      description:
        "Not anchored, and its deadline is over: whoever holds it can show on the chain that it is broken.",
    },
    KEPT: {
      description:
        "As many entries as it promised were anchored by its deadline. Whether those that stand there are the promised ones is for whoever holds the promise to check.",
    },
    LATE: { description: "As many entries as it promised were anchored, but only after its deadline." },
    BROKEN: { description: "Shown on the chain to be broken, whether or not it was anchored later." },
  } as const,
});

const LogPromise = builder.objectRef<PromiseRow>("LogPromise").implement({
  description:
    "What a gateway promised when it took records: entries from firstIndex on, anchored by the deadline. Only broken promises stand on the chain; of all others this is the operator's word, and whoever was promised something holds the signed promise.",
  fields: (t) => ({
    statementHash: t.expose("statementHash", { type: "Bytes32" }),
    gateway: t.expose("gateway", { type: "Address" }),
    state: t.field({ type: PromiseState, resolve: ({ state }) => state }),
    onChain: t.boolean({
      description: "Whether the chain says it; else it is the operator's word.",
      resolve: ({ state }) => state === "BROKEN",
    }),
    firstIndex: t.expose("firstIndex", {
      type: "Index",
      description:
        "First entry promised; of a broken one that the intake does not know, the first for which it was broken.",
    }),
    count: t.exposeInt("count", {
      nullable: true,
      description: "Number of entries, where the intake tells.",
    }),
    issuedAt: t.expose("issuedAt", { type: "DateTime", nullable: true }),
    deadline: t.expose("deadline", {
      type: "DateTime",
      nullable: true,
      description: "Last second in which a block may keep it.",
    }),
    anchoredAt: t.expose("anchoredAt", {
      type: "DateTime",
      nullable: true,
      description: "Time of the block whose anchor first has all of its entries; null while there is none.",
    }),
    breach: t.field({
      type: Breach,
      nullable: true,
      resolve: ({ breach }) => (breach === null ? null : breach === 0 ? "DEADLINE_MISSED" : "WRONG_LEAF"),
    }),
    brokenIndex: t.expose("brokenIndex", {
      type: "Index",
      nullable: true,
      description: "First entry for which it was broken.",
    }),
    provenance: t.expose("provenance", {
      type: Provenance,
      nullable: true,
      description: "The event that shows it to be broken.",
    }),
  }),
});

builder.objectField(Service, "promises", (t) =>
  t.field({
    type: connectionOf("LogPromise", LogPromise),
    description: "Promises about the service's log in one state, newest first; with ASC oldest first.",
    args: {
      state: t.arg({ type: PromiseState, required: true }),
      direction: t.arg({ type: Direction, required: true, defaultValue: "DESC" }),
      ...pageArgs,
    },
    resolve: async (row, { state, direction, ...rest }, context) =>
      context.read.log.promises(row, state, await blockTime(row.asOf, context), direction, page(rest)),
  }),
);
