/** Chains that share their beginning with another one, or are nothing but its likeness: for reorganisations and resets. */
import { Wallet } from "ethers";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { LogEntry } from "../../scripts/chain/log.ts";
import { startChain, type Chain } from "../../scripts/platform/chain.ts";
import type { DemoFixture } from "./demo-fixture.ts";
import { rpc } from "./json-rpc.ts";

export interface ChainVariant {
  chain: Chain;
  /** Makes blocks with a transaction each that nobody else sends. */
  grow(blocks: number): Promise<void>;
  /** Makes the blocks that another chain made of these transactions. */
  play(transactions: readonly Recorded[]): Promise<void>;
  head(): Promise<{ number: number; hash: string }>;
  stop(): Promise<void>;
}

/** A transaction as it was recorded, with the time of its block (Unix seconds). */
export type Recorded = NonNullable<LogEntry["transactions"]>[number];

const entriesOf = ({ directory }: DemoFixture): LogEntry[] =>
  readFileSync(join(directory, "chain/log"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line.slice(9)) as LogEntry);

/** Everything that a chain has executed, one transaction a block. */
export const recordedTransactions = (demo: DemoFixture): Recorded[] =>
  entriesOf(demo).flatMap(({ transactions }) => transactions ?? []);

/** A chain that executes what another one has recorded, after `edit`. */
export async function startVariant(
  demo: DemoFixture,
  edit: (entries: LogEntry[]) => LogEntry[],
): Promise<ChainVariant> {
  const directory = mkdtempSync(join(tmpdir(), "prongsai-variant-"));
  mkdirSync(join(directory, "chain"));
  writeFileSync(join(directory, "chain/log"), edit(entriesOf(demo)).map(logLine).join(""));
  const chain = await startChain({ directory: join(directory, "chain") });
  const newest = () =>
    rpc<{ number: string; hash: string; timestamp: string }>(chain.rpcUrl, "eth_getBlockByNumber", [
      "latest",
      false,
    ]);
  // The clock that was recorded may be ahead of blocks that were left out.
  await chain.setClock(Number((await newest()).timestamp) + 1);
  return {
    chain,
    head: async () => {
      const { number, hash } = await newest();
      return { number: Number(number), hash };
    },
    grow: async (blocks) => {
      for (let i = 0; i < blocks; i++) {
        const transaction = { type: 0, chainId: chain.chainId, gasPrice: 0, gasLimit: 21_000, nonce: 0 };
        const raw = await Wallet.createRandom().signTransaction({
          ...transaction,
          to: Wallet.createRandom().address,
        });
        await rpc(chain.rpcUrl, "eth_sendRawTransaction", [raw]);
      }
    },
    play: async (transactions) => {
      let last = Number((await newest()).timestamp);
      for (const { time, raw } of transactions) {
        if (time > last) await chain.setClock(time);
        last = Math.max(time, last + 1);
        await rpc(chain.rpcUrl, "eth_sendRawTransaction", [raw]);
      }
    },
    stop: async () => {
      await chain.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The first so many transactions, one a block. */
export const firstTransactions = (count: number) => (entries: LogEntry[]) => {
  let left = count;
  return entries.map(withoutHead).map((entry) => {
    const transactions = entry.transactions?.slice(0, left);
    left -= transactions?.length ?? 0;
    return { ...entry, ...(transactions && { transactions }) };
  });
};

/** The same transactions, each so many seconds later: other blocks from the first one on. */
export const laterBy = (seconds: number) => (entries: LogEntry[]) =>
  entries.map(withoutHead).map((entry) => ({
    ...entry,
    ...(entry.clock != null && { clock: entry.clock + seconds }),
    ...(entry.transactions && {
      transactions: entry.transactions.map(({ time, raw }) => ({ time: time + seconds, raw })),
    }),
  }));

/** The same transactions on another genesis block. */
export const otherGenesis = (entries: LogEntry[]) =>
  entries.map(withoutHead).map((entry) => ({
    ...entry,
    ...(entry.genesis && { genesis: { ...entry.genesis, time: entry.genesis.time - 86_400 } }),
  }));

/** The head that was recorded is not that of another chain. */
const withoutHead = (entry: LogEntry): LogEntry => ({ ...entry, head: undefined });

function logLine(entry: LogEntry): string {
  const json = JSON.stringify(entry);
  return `${crc32(json).toString(16).padStart(8, "0")} ${json}\n`;
}
