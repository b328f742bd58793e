import { Arena } from "./arena.ts";
import type { JsonReader } from "./json-reader.ts";
import type { Log } from "./types.ts";

const WORD = 32;
const MOST_TOPICS = 4;
/** Room before the data: nodes give the topics before them or after. */
const HEAD = MOST_TOPICS * WORD;

const head = Buffer.alloc(HEAD);
const NOTHING = Buffer.alloc(0);

/** Reads the result of `eth_getLogs`, null when it is no list. */
export function readLogs(reader: JsonReader): Log[] | null {
  if (!reader.list()) {
    reader.skip();
    return null;
  }
  const arena = new Arena();
  const logs: Log[] = [];
  while (reader.item()) logs.push(readLog(reader, arena));
  return logs;
}

function readLog(reader: JsonReader, arena: Arena): Log {
  if (!reader.object()) throw new SyntaxError("a log is no object");
  const log: { -readonly [K in keyof Log]: Log[K] } = {
    address: "",
    selector: "none",
    topics: -1,
    bytes: NOTHING,
    block: -1,
    blockHash: "",
    transaction: "",
    transactionIndex: -1,
    index: -1,
    removed: false,
  };
  // Where the data stand in the arena; −1 until they are read, and when they are no bytes.
  let start = -1;
  let end = -1;
  for (let name = reader.name(); name !== undefined; name = reader.name()) {
    switch (name) {
      case "address":
        log.address = reader.text();
        break;
      case "topics":
        readTopics(reader, log);
        break;
      case "data":
        arena.reserve(HEAD + reader.hexLength());
        start = arena.at + HEAD;
        end = reader.hex(arena.chunk, start);
        break;
      case "blockNumber":
        log.block = reader.quantity();
        break;
      case "blockHash":
        log.blockHash = reader.text();
        break;
      case "transactionHash":
        log.transaction = reader.text();
        break;
      case "transactionIndex":
        log.transactionIndex = reader.quantity();
        break;
      case "logIndex":
        log.index = reader.quantity();
        break;
      case "removed":
        log.removed = reader.true();
        break;
      default:
        reader.skip();
    }
  }
  const { address, block, blockHash, transaction, transactionIndex, index, topics } = log;
  if (!address || !blockHash || !transaction || Math.min(block, transactionIndex, index) < 0 || start < 0) {
    throw new SyntaxError("a log lacks something");
  }
  if (end < 0 || topics < 0) log.topics = -1;
  else {
    const from = start - topics * WORD;
    head.copy(arena.chunk, from, 0, topics * WORD);
    log.bytes = arena.take(from, end);
  }
  return log;
}

/** Puts the topics into `head`. Their number stays −1 when they are no words, or too many. */
function readTopics(reader: JsonReader, log: { selector: string; topics: number }): void {
  if (!reader.list()) throw new SyntaxError("the topics of a log are no list");
  let count = 0;
  let right = true;
  for (; reader.item(); count++) {
    const place = reader.place();
    if (count === 0) log.selector = reader.text();
    reader.again(place);
    const at = Math.min(count, MOST_TOPICS - 1) * WORD;
    if (reader.hexLength() <= WORD) right = reader.hex(head, at) === at + WORD && right;
    else {
      reader.skip();
      right = false;
    }
  }
  if (right && count <= MOST_TOPICS) log.topics = count;
}
