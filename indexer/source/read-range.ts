import { RetryableError } from "../errors/index.ts";
import { Arena } from "./arena.ts";
import { readOutcomes } from "./outcomes.ts";
import { quantity } from "./quantity.ts";
import { readBlock } from "./read-block.ts";
import { readLogs } from "./read-logs.ts";
import type { Rpc } from "./rpc.ts";
import type { Block, Contracts, JournalState, Log, Range } from "./types.ts";

/** First four bytes of keccak256("journal()"). */
const JOURNAL = "0x61471425";
const BLOCKS_PER_REQUEST = 100;
const ZERO_ROOT = `0x${"00".repeat(32)}`;

/**
 * Reads blocks, logs and journals of a stretch and checks that they belong together: an unbroken chain of parents, each
 * log in its block, none twice.
 *
 * @throws RetryableError INDEX_ANSWER_INCONSISTENT when they do not (a reorganisation in between, or a faulty node)
 */
export async function readRange(rpc: Rpc, contracts: Contracts, from: number, to: number): Promise<Range> {
  const addresses = [...contracts.values()];
  const filter = { fromBlock: quantity(from), toBlock: quantity(to), address: addresses };
  const [logs, blocks, journals] = await Promise.all([
    rpc.call("eth_getLogs", [filter], readLogs),
    readBlocks(rpc, from, to),
    readJournals(rpc, contracts, to),
  ]);
  checkBlocks(blocks, from, to);
  if (!logs) throw inconsistent(from, to, "the logs were not given as a list");
  checkLogs(logs, blocks, from, to);
  const outcomes = await readOutcomes(rpc, blocks, logs);
  return { from, to, blocks, logs, outcomes, journals };
}

async function readBlocks(rpc: Rpc, from: number, to: number): Promise<(Block | null)[]> {
  const requests: Promise<readonly (Block | null)[]>[] = [];
  for (let start = from; start <= to; start += BLOCKS_PER_REQUEST) {
    const numbers = Array.from({ length: Math.min(BLOCKS_PER_REQUEST, to - start + 1) }, (_, i) => start + i);
    const calls = numbers.map((n) => ({ method: "eth_getBlockByNumber", params: [quantity(n), true] }));
    const arena = new Arena();
    requests.push(rpc.batch(calls, (reader) => readBlock(reader, arena)));
  }
  return (await Promise.all(requests)).flat();
}

/** The journal of every contract after a block; zero before the contract existed. */
export async function readJournals(
  rpc: Rpc,
  contracts: Contracts,
  block: number,
): Promise<Map<string, JournalState>> {
  const names = [...contracts.keys()];
  const results = (await rpc.batch(
    names.map((name) => ({
      method: "eth_call",
      params: [{ to: contracts.get(name), data: JOURNAL }, quantity(block)],
    })),
  )) as string[];
  return new Map(
    results.map((word, i) => [
      names[i]!,
      word.length < 130
        ? { count: 0n, root: ZERO_ROOT }
        : { count: BigInt(word.slice(0, 66)), root: `0x${word.slice(66, 130)}` },
    ]),
  );
}

function inconsistent(from: number, to: number, reason: string): RetryableError {
  return new RetryableError("INDEX_ANSWER_INCONSISTENT", { from, to, reason });
}

function checkBlocks(
  blocks: readonly (Block | null)[],
  from: number,
  to: number,
): asserts blocks is readonly Block[] {
  blocks.forEach((block, i) => {
    if (!block || block.number !== from + i) {
      throw inconsistent(from, to, `block ${from + i} was not given`);
    }
    if (i > 0 && block.parentHash !== blocks[i - 1]!.hash) {
      throw inconsistent(from, to, `block ${from + i} does not follow block ${from + i - 1}`);
    }
  });
}

function checkLogs(logs: readonly Log[], blocks: readonly Block[], from: number, to: number): void {
  let lastBlock = -1;
  let lastIndex = -1;
  for (const log of logs) {
    const { block: number, index } = log;
    if (log.removed || blocks[number - from]?.hash !== log.blockHash) {
      throw inconsistent(
        from,
        to,
        `the log ${index} of block ${number} is of another block with this number`,
      );
    }
    if (number < lastBlock || (number === lastBlock && index <= lastIndex)) {
      throw inconsistent(from, to, `the log ${index} of block ${number} was given twice or out of order`);
    }
    lastBlock = number;
    lastIndex = index;
  }
}
