import { Transaction } from "ethers";
import type { ProngsaiError } from "../../sdk/errors.ts";
import { platformError } from "../platform/errors.ts";
import { openEngine, type Engine } from "./engine.ts";
import type { Genesis } from "./genesis.ts";
import { ChainLog, type LogEntry } from "./log.ts";
import { RpcError } from "./rpc-error.ts";

interface Waiting {
  raw?: string;
  clock?: number | null;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** How many waiting transactions share one write to the disk. */
const GROUP = 256;

export interface ReplaySummary {
  transactions: number;
  head: number;
  /** Bytes of a torn last line that were cut off. */
  cut: number;
  milliseconds: number;
}

/**
 * The chain with a memory: every transaction is on the disk, with the block time that it gets, before it is executed;
 * so nothing that was ever visible can be lost, and replaying the file gives the same blocks.
 */
export class Ledger {
  readonly engine: Engine;
  readonly genesis: Genesis;
  readonly #log: ChainLog;
  readonly #waiting: Waiting[] = [];
  /** Places of refused transactions that are not yet on the disk. */
  #refused: number[] = [];
  /** How many transactions the file holds, refused ones included. */
  #count = 0;
  #clock: number | null = null;
  #head = { number: 0, hash: "", time: 0 };
  #loggedHead = -1;
  #working: Promise<void> | undefined;
  #closed = false;

  private constructor(engine: Engine, genesis: Genesis, log: ChainLog) {
    this.engine = engine;
    this.genesis = genesis;
    this.#log = log;
  }

  /**
   * Opens the chain that `path` records, or begins one with `genesis`.
   * @param clock demonstration clock of a chain that begins (Unix seconds); null for real time
   * @throws ProngsaiError CHAIN_LOG_CORRUPT, CHAIN_REPLAY_DIFFERS
   */
  static async open(
    path: string,
    genesis: Genesis,
    clock: number | null,
  ): Promise<{ ledger: Ledger; replay: ReplaySummary }> {
    const started = performance.now();
    const { log, entries, cut } = await ChainLog.open(path);
    const recorded = entries[0]?.genesis;
    if (entries.length > 0 && recorded?.format !== 1) throw platformError("CHAIN_LOG_FORMAT", { path });
    const ledger = new Ledger(await openEngine(recorded ?? genesis), recorded ?? genesis, log);
    await ledger.#readHead();
    if (!recorded) await log.append({ genesis, clock });
    const transactions = await ledger.#replay(recorded ? entries : [{ clock }]);
    const milliseconds = Math.round(performance.now() - started);
    return { ledger, replay: { transactions, head: ledger.#head.number, cut, milliseconds } };
  }

  /** Demonstration clock, or null for real time. */
  get clock(): number | null {
    return this.#clock;
  }

  get head(): { number: number; hash: string; time: number } {
    return this.#head;
  }

  /**
   * Records and executes a signed transaction; resolves with its hash when its block is made.
   * @throws RpcError when it is malformed, for another chain, or refused by the chain (nonce, funds, gas limit)
   */
  submit(raw: unknown): Promise<unknown> {
    return this.#enqueue({ raw: decode(raw, this.genesis) });
  }

  /** Makes calls on the pending block see the time that a next block would get now. */
  async refreshPendingTime(): Promise<void> {
    await this.#enqueue({});
  }

  /**
   * Sets the demonstration clock: the next block gets this time, each later one a second more; null goes back to real
   * time. Time never runs backwards: an earlier time than the last block's is refused.
   */
  async setClock(clock: number | null): Promise<void> {
    await this.#enqueue({ clock });
  }

  /** Waits for what is being executed; what still waits is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(stopping());
    await this.#working;
    await this.#log.append({ head: this.#position(), refused: this.#refused });
    await this.#log.close();
    await this.engine.close();
  }

  #enqueue(request: Pick<Waiting, "raw" | "clock">): Promise<unknown> {
    if (this.#closed) return Promise.reject(stopping());
    const result = new Promise<unknown>((resolve, reject) =>
      this.#waiting.push({ ...request, resolve, reject }),
    );
    this.#working ??= this.#work().finally(() => (this.#working = undefined));
    return result;
  }

  async #work(): Promise<void> {
    // Whatever arrives in the same turn of the event loop (a batch) shares the first write too.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const other = this.#waiting.findIndex(({ raw }) => raw === undefined);
      const size = Math.min(GROUP, other === -1 ? this.#waiting.length : other);
      if (size > 0) await this.#commit(this.#waiting.splice(0, size));
      else await this.#turnClock(this.#waiting.shift()!);
    }
  }

  async #commit(group: Waiting[]): Promise<void> {
    let { time } = this.#head;
    const now = this.#now();
    const transactions = group.map(({ raw }) => ({ time: (time = Math.max(time + 1, now)), raw: raw! }));
    const entry: LogEntry = { transactions };
    if (this.#head.number !== this.#loggedHead) entry.head = this.#position();
    if (this.#refused.length > 0) entry.refused = this.#refused;
    await this.#log.append(entry);
    this.#refused = [];
    this.#loggedHead = this.#head.number;
    for (const [i, { resolve, reject }] of group.entries()) {
      const place = this.#count++;
      try {
        resolve(await this.#execute(transactions[i]!));
      } catch (error) {
        this.#refused.push(place);
        reject(error);
      }
    }
    await this.#readHead();
  }

  async #execute({ time, raw }: { time: number; raw: string }): Promise<unknown> {
    await this.engine.request("evm_setNextBlockTimestamp", [time]);
    return await this.engine.request("eth_sendRawTransaction", [raw]);
  }

  /** Sets the clock, or only brings the pending block's time up to date. */
  async #turnClock({ clock, resolve, reject }: Waiting): Promise<void> {
    if (clock != null && clock <= this.#head.time) {
      reject(platformError("CHAIN_CLOCK_BACKWARDS", { clock, last: this.#head.time }));
      return;
    }
    if (clock !== undefined) {
      await this.#log.append({ clock });
      this.#clock = clock;
    }
    const next = Math.max(this.#head.time + 1, this.#now());
    await this.engine.request("evm_setNextBlockTimestamp", [next]);
    resolve(undefined);
  }

  #now(): number {
    return this.#clock ?? Math.floor(Date.now() / 1000);
  }

  async #replay(entries: LogEntry[]): Promise<number> {
    const refused = new Set(entries.flatMap((entry) => entry.refused ?? []));
    for (const { clock, head, transactions } of entries) {
      if (head) {
        await this.#readHead();
        if (head.number !== this.#head.number || head.hash !== this.#head.hash)
          throw differs(head, this.#head);
        this.#loggedHead = head.number;
      }
      if (clock !== undefined) this.#clock = clock;
      for (const transaction of transactions ?? []) {
        const place = this.#count++;
        if (refused.has(place)) continue;
        try {
          await this.#execute(transaction);
        } catch {
          // Refused, but death came before its mark was written: it is refused again, for the same reason.
          this.#refused.push(place);
        }
      }
    }
    await this.#readHead();
    return this.#count;
  }

  #position(): { number: number; hash: string } {
    return { number: this.#head.number, hash: this.#head.hash };
  }

  async #readHead(): Promise<void> {
    const block = (await this.engine.request("eth_getBlockByNumber", ["latest", false])) as Record<
      string,
      string
    >;
    this.#head = { number: Number(block.number), hash: block.hash!, time: Number(block.timestamp) };
  }
}

/** Refuses what could never be executed before it reaches the disk. */
function decode(raw: unknown, genesis: Genesis): string {
  let transaction: Transaction;
  try {
    transaction = Transaction.from(raw as string);
    if (!transaction.signature || !transaction.hash) throw new Error("the transaction is not signed");
  } catch (error) {
    throw new RpcError(
      -32602,
      `invalid transaction: ${(error as { shortMessage?: string }).shortMessage ?? "unreadable"}`,
    );
  }
  if (transaction.chainId !== BigInt(genesis.chainId)) {
    throw new RpcError(
      -32000,
      `invalid chain id: the transaction is for ${transaction.chainId}, this is ${genesis.chainId}`,
    );
  }
  if (transaction.gasLimit > BigInt(genesis.blockGasLimit)) {
    throw new RpcError(-32000, `exceeds block gas limit: ${transaction.gasLimit} > ${genesis.blockGasLimit}`);
  }
  if (transaction.type === 3) throw new RpcError(-32000, "transaction type not supported: blobs");
  return transaction.serialized;
}

function stopping(): RpcError {
  return new RpcError(-32000, "the chain is stopping; the transaction was not recorded");
}

function differs(
  recorded: { number: number; hash: string },
  found: { number: number; hash: string },
): ProngsaiError {
  const named = ({ number, hash }: { number: number; hash: string }) => `${number} ${hash}`;
  return platformError("CHAIN_REPLAY_DIFFERS", { found: named(found), recorded: named(recorded) });
}
