import { bool, bytes, int2, int4, int8, optional, text, time } from "../schema/columns.ts";
import { table } from "../schema/table.ts";

/** Every block since the first contract of the ledger was created. */
export const block = table({
  name: "block",
  kind: "plain",
  key: ["number"],
  columns: { number: int8, hash: bytes, parent_hash: bytes, timestamp: time, transactions: int4 },
  indexes: [["hash"]],
});

/** Every transaction of these blocks; a refused one (status 0) with the answer of the contract. */
export const transaction = table({
  name: "transaction",
  kind: "plain",
  key: ["block", "tx_index"],
  lateKey: true,
  columns: {
    block: int8,
    tx_index: int4,
    tx_hash: bytes,
    timestamp: time,
    sender: bytes,
    /** null when the transaction creates a contract */
    target: optional(bytes),
    nonce: int8,
    /** 1 carried out, 0 refused */
    status: int2,
    /** first four bytes of the input; null when there are fewer */
    selector: optional(bytes),
    input: bytes,
    /** revert data of refused transactions, null when the node could not repeat the call */
    refusal: optional(bytes),
  },
  indexes: [["tx_hash"], ["sender", "block", "tx_index"], { on: ["block", "tx_index"], where: "status = 0" }],
});

/**
 * Every event of every register in the order of the chain. `topics` (32 bytes each, selector first) and `data` are the
 * log's own; `decodeEvent` gives the arguments by name.
 */
export const event = table({
  name: "event",
  kind: "plain",
  key: ["block", "log_index"],
  lateKey: true,
  columns: {
    block: int8,
    log_index: int4,
    tx_hash: bytes,
    tx_index: int4,
    timestamp: time,
    contract: text,
    name: text,
    topics: bytes,
    data: bytes,
    /** number of the entry in the contract's journal, from 1 */
    journal_index: int8,
    /** the journal's root after the entry */
    journal_root: bytes,
    /** project that the event belongs to */
    project: optional(text),
    /** agency that the event belongs to */
    agency: optional(int4),
  },
  indexes: [
    ["contract", "journal_index"],
    ["tx_hash"],
    { on: ["project", "block", "log_index"], where: "project IS NOT NULL" },
    { on: ["agency", "block", "log_index"], where: "agency IS NOT NULL" },
  ],
});

/** Every document that an event names, by the argument that named it (`brief`, `award`, `evidence`, `act` …). */
export const evidence = table({
  name: "evidence",
  kind: "appended",
  key: ["block", "log_index", "field"],
  columns: {
    field: text,
    event: text,
    cid: bytes,
    sha256: bytes,
    /** day of the document (Unix seconds) */
    date: time,
    project: optional(text),
    agency: optional(int4),
  },
  indexes: [{ on: ["project", "block", "log_index"], where: "project IS NOT NULL" }, ["cid"]],
});

/** One row a contract that keeps a journal. */
export const journal = table({
  name: "journal",
  kind: "plain",
  key: ["contract"],
  columns: {
    contract: text,
    address: bytes,
    /** as folded from the events read */
    count: int8,
    root: bytes,
    /** as the contract itself said at `verified_block` */
    chain_count: int8,
    chain_root: bytes,
    matches: bool,
    /** block at which both were compared */
    verified_block: int8,
    /** that block's time (Unix seconds) */
    verified_timestamp: time,
  },
});
