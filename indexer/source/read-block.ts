import type { Arena } from "./arena.ts";
import type { JsonReader } from "./json-reader.ts";
import type { Block, Transaction } from "./types.ts";

/** Reads the result of `eth_getBlockByNumber` with whole transactions, null when the node does not have the block. */
export function readBlock(reader: JsonReader, arena: Arena): Block | null {
  if (!reader.object()) {
    reader.skip();
    return null;
  }
  const block = { number: -1, hash: "", parentHash: "", timestamp: -1, transactions: [] as Transaction[] };
  for (let name = reader.name(); name !== undefined; name = reader.name()) {
    switch (name) {
      case "number":
        block.number = reader.quantity();
        break;
      case "hash":
        block.hash = reader.text();
        break;
      case "parentHash":
        block.parentHash = reader.text();
        break;
      case "timestamp":
        block.timestamp = reader.quantity();
        break;
      case "transactions":
        if (!reader.list()) throw new SyntaxError("the transactions of a block are no list");
        while (reader.item()) block.transactions.push(readTransaction(reader, arena));
        break;
      default:
        reader.skip();
    }
  }
  const { number, hash, parentHash, timestamp } = block;
  if (!hash || !parentHash || Math.min(number, timestamp) < 0)
    throw new SyntaxError("a block lacks something");
  return block;
}

function readTransaction(reader: JsonReader, arena: Arena): Transaction {
  if (!reader.object()) throw new SyntaxError("a transaction is no object");
  const transaction = {
    hash: "",
    index: -1,
    from: "",
    to: null as string | null,
    nonce: -1,
    input: undefined as Buffer | undefined,
    value: "0x0",
  };
  for (let name = reader.name(); name !== undefined; name = reader.name()) {
    switch (name) {
      case "hash":
        transaction.hash = reader.text();
        break;
      case "transactionIndex":
        transaction.index = reader.quantity();
        break;
      case "from":
        transaction.from = reader.text();
        break;
      case "to":
        transaction.to = reader.textOrNull();
        break;
      case "nonce":
        transaction.nonce = reader.quantity();
        break;
      case "input":
        transaction.input = readBytes(reader, arena);
        break;
      case "value":
        transaction.value = reader.text();
        break;
      default:
        reader.skip();
    }
  }
  const { hash, index, from, nonce, input } = transaction;
  if (!hash || !from || !input || Math.min(index, nonce) < 0) {
    throw new SyntaxError("a transaction lacks something");
  }
  return transaction as Transaction;
}

function readBytes(reader: JsonReader, arena: Arena): Buffer {
  arena.reserve(reader.hexLength());
  const start = arena.at;
  const end = reader.hex(arena.chunk, start);
  if (end < 0) throw new SyntaxError("what a transaction carries is not hexadecimal");
  return arena.take(start, end);
}
