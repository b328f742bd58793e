import type { BlockRow, TransactionRow } from "../../read/rows/ledger.ts";
import { builder } from "../core/builder.ts";
import { Argument, LedgerEvent } from "./event.ts";
import { Refusal } from "./refusal.ts";

const Block = builder.objectRef<BlockRow>("Block");

const Transaction = builder.objectRef<TransactionRow>("Transaction").implement({
  description: "A signed transaction, its call decoded.",
  fields: (t) => ({
    hash: t.expose("hash", { type: "Bytes32" }),
    block: t.exposeInt("block"),
    index: t.exposeInt("index"),
    timestamp: t.expose("timestamp", { type: "DateTime" }),
    from: t.expose("from", { type: "Address" }),
    to: t.expose("to", { type: "Address", nullable: true }),
    contractName: t.exposeString("contractName", { nullable: true }),
    function: t.exposeString("function", { nullable: true }),
    args: t.field({ type: [Argument], resolve: (row) => [...row.args] }),
    input: t.expose("input", { type: "Hex" }),
    succeeded: t.exposeBoolean("succeeded"),
    refusal: t.field({
      type: Refusal,
      nullable: true,
      description: "Why it was refused, when it was.",
      resolve: (row, _, { read }) => (row.succeeded ? null : read.ledger.refusal(row.hash)),
    }),
    events: t.field({
      type: [LedgerEvent],
      resolve: async (row, _, { read }) => [...(await read.ledger.eventsOfTransaction(row.hash))],
    }),
  }),
});

Block.implement({
  description: "A block of the chain.",
  fields: (t) => ({
    number: t.exposeInt("number"),
    hash: t.expose("hash", { type: "Bytes32" }),
    parentHash: t.expose("parentHash", { type: "Bytes32" }),
    timestamp: t.expose("timestamp", { type: "DateTime" }),
    transactionHashes: t.field({ type: ["Bytes32"], resolve: (row) => [...row.transactionHashes] }),
    events: t.field({
      type: [LedgerEvent],
      resolve: async (row, _, { read }) => [...(await read.ledger.eventsOfBlock(row.number))],
    }),
  }),
});

builder.queryFields((t) => ({
  block: t.field({
    type: Block,
    nullable: true,
    args: { number: t.arg.int({ required: true }) },
    resolve: (_, { number }, { read }) => read.ledger.block(number),
  }),
  transaction: t.field({
    type: Transaction,
    nullable: true,
    args: { hash: t.arg({ type: "Bytes32", required: true }) },
    resolve: (_, { hash }, { read }) => read.ledger.transaction(hash),
  }),
}));
