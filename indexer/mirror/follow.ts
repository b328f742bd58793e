import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { createFold } from "../decode/fold.ts";
import { FatalError, RetryableError } from "../errors/index.ts";
import { Heads } from "../source/heads.ts";
import { Ranges } from "../source/ranges.ts";
import { quantity } from "../source/quantity.ts";
import { retrying } from "../source/retry.ts";
import type { OnRetry } from "../source/retry.ts";
import { Rpc } from "../source/rpc.ts";
import type { Call } from "../source/rpc.ts";
import type { Contracts, Range } from "../source/types.ts";
import { databaseError } from "../store/database-error.ts";
import { connectionSettings, MIRROR } from "../store/pool.ts";
import { Writer } from "../store/writer.ts";
import type { Checkpoint, Identity } from "../store/writer.ts";
import { finalityOf } from "../source/finality.ts";
import type { Finality } from "../source/finality.ts";
import type { Batch } from "./batch.ts";
import { Builder } from "./builder.ts";
import { mirroredContracts } from "./contracts.ts";

export interface FollowOptions {
  readonly rpcUrl: string;
  readonly wsUrl?: string;
  readonly databaseUrl: string;
  readonly deployment: DeploymentDescription;
  /** PostgreSQL schema of the mirror; another one than the usual only to compare */
  readonly schema?: string;
  /** whether blocks can be taken back; default: what the chain's engine says */
  readonly finality?: Finality;
  /** last block to read; then `follow` returns. Default: for ever */
  readonly until?: number;
  readonly signal: AbortSignal;
  readonly onRetry?: OnRetry;
  /** A mirror that was there is thrown away, for a reason that a person can read. */
  readonly onRebuild?: (reason: string) => void;
  /** The chain ends before the block up to which the mirror had been read when following began. */
  readonly onShorter?: (chain: { block: number; head: number }) => void;
  /** After blocks were taken back: the mirror stood at `from`, now at `to`. */
  readonly onRollBack?: (blocks: { from: number; to: number }) => void;
  /** After each committed batch. */
  readonly onBatch?: (batch: { block: number; head: number; events: number }) => void;
  /** Each time the mirror stands at the head. */
  readonly onHead?: (block: number) => void | Promise<void>;
}

/**
 * Bytes of rows that are written together, those of some 8,000 events. The more, the less each costs the database, which
 * then also replaces a row that changes often fewer times; but the more memory.
 */
const MOST_BYTES = 8_000_000;
/** How long a batch is filled on a node that is slow (milliseconds): what is lost with a process is small. */
const LONGEST = 1_000;

/** How often a journal that differs is read again before the indexer stops. */
const READINGS = 3;
const READ_AGAIN_AFTER = 200;

/** A node that is behind the mirror for longer (milliseconds) has taken blocks back; until then it is merely slow. */
const BEHIND = 5_000;

/**
 * Brings the mirror to the head of the chain and keeps it there, until `until` is reached or the signal aborts.
 *
 * @throws FatalError INDEX_LOCKED, INDEX_OTHER_CHAIN, INDEX_NOT_DEPLOYED, INDEX_JOURNAL_DIFFERS, INDEX_EVENT_UNKNOWN …
 * after the reason was left in `checkpoint.halted`; INDEX_CHAIN_RESET when nothing is left of the chain: follow again
 * @throws RetryableError INDEX_DATABASE_UNREACHABLE, INDEX_DATABASE_FULL, INDEX_DATABASE_READ_ONLY; INDEX_MIRROR_GONE when
 * its tables were dropped: follow again; other errors of the database pass through
 */
export async function follow(options: FollowOptions): Promise<void> {
  const { rpcUrl, databaseUrl, schema = MIRROR, signal } = options;
  const lost = new AbortController();
  const lose = (error: Error) => lost.abort(error);
  const reader = new pg.Client({
    ...connectionSettings(databaseUrl, schema),
    application_name: "prongsai-indexer-reader",
  });
  reader.on("error", lose);
  const rpc = new Rpc(rpcUrl);
  const inner = { ...options, signal: AbortSignal.any([signal, lost.signal]) };
  let writer: Writer | undefined;
  try {
    writer = await Writer.open(databaseUrl, schema, lose);
    await reader.connect();
    await new Follower(inner, rpc, writer, reader).run();
  } catch (error) {
    if (error instanceof FatalError) await writer?.halted(error).catch(() => undefined);
    else if (signal.aborted) return;
    throw cause(error, lost.signal);
  } finally {
    lost.abort();
    rpc.close();
    await Promise.allSettled([writer?.close(), reader.end()]);
  }
}

function cause(error: unknown, lost: AbortSignal): unknown {
  if (error instanceof FatalError) return error;
  const reason: unknown = lost.aborted ? lost.reason : error;
  return databaseError(reason) ?? reason;
}

class Follower {
  readonly #options: FollowOptions;
  readonly #rpc: Rpc;
  readonly #writer: Writer;
  readonly #reader: pg.Client;
  readonly #finality: Finality;
  #builder!: Builder;
  #ranges!: Ranges;
  /** Last block whose rows are in a batch, and its hash. */
  #block = 0;
  #hash = "0x";
  #first = 0;
  /** Since when the node has been behind the mirror. */
  #behindSince: number | undefined;
  /** What was read and is not being written yet. */
  #batch: Batch | undefined;
  #writing: Promise<void> = Promise.resolve();
  /** Bytes of rows handed to the writer so far. */
  #written = 0;

  constructor(options: FollowOptions, rpc: Rpc, writer: Writer, reader: pg.Client) {
    this.#options = options;
    this.#rpc = rpc;
    this.#writer = writer;
    this.#reader = reader;
    this.#finality = options.finality ?? finalityOf(options.deployment.chainId);
  }

  async run(): Promise<void> {
    const { deployment, signal, onRetry, wsUrl, until = Infinity, onHead } = this.#options;
    const { contracts, first, last } = mirroredContracts(deployment);
    this.#first = first;
    const identity = await this.#identity();
    const checkpoint = await this.#prepare(identity);
    this.#block = checkpoint.block;
    this.#hash = checkpoint.hash;
    this.#builder = new Builder(await createFold(), contracts, this.#reader);
    this.#builder.reset(await this.#writer.journals());
    this.#ranges = new Ranges({ rpc: this.#rpc, contracts, signal, onRetry });
    const heads = new Heads({ rpc: this.#rpc, wsUrl, signal, onRetry });
    this.#compareLength(await heads.current());

    let { caughtUp, halted } = checkpoint;
    let deployed = false;
    for (;;) {
      const head = Math.min(await heads.current(), until);
      if (!deployed && head >= last) {
        await this.#checkDeployed(contracts);
        deployed = true;
      }
      await this.#reach(head);
      if (this.#block >= head) {
        // Without new blocks nothing is written, and nothing else would tell that there is no mirror any more.
        const missing = await this.#writer.missing();
        if (missing) throw new RetryableError("INDEX_MIRROR_GONE", { reason: missing });
        if (!caughtUp) await this.#writer.caughtUp();
        caughtUp = true;
        if (halted) await this.#writer.resumed();
        halted = false;
        await onHead?.(this.#block);
      }
      if (this.#block >= until) return;
      await heads.news();
    }
  }

  #compareLength(head: number): void {
    const block = this.#block;
    if (head < block && block >= this.#first) this.#options.onShorter?.({ block, head });
  }

  async #prepare(identity: Identity): Promise<Checkpoint> {
    const { onRebuild } = this.#options;
    const { checkpoint, rebuilt } = await this.#writer.prepare(identity, this.#first);
    if (rebuilt) onRebuild?.(rebuilt);
    if (!(await this.#isReset(checkpoint.block))) return checkpoint;
    onRebuild?.("the chain was begun anew");
    return await this.#writer.rebuild(identity, this.#first);
  }

  async #identity(): Promise<Identity> {
    const { deployment } = this.#options;
    const [chainId, genesis] = await this.#ask([
      { method: "eth_chainId", params: [] },
      { method: "eth_getBlockByNumber", params: ["0x0", false] },
    ]);
    if (Number(chainId) !== deployment.chainId) {
      throw new FatalError("INDEX_OTHER_CHAIN", { expected: deployment.chainId, found: Number(chainId) });
    }
    const { hash } = genesis as { hash: string };
    return { chainId: deployment.chainId, deploymentId: deployment.deploymentId, genesisHash: hash };
  }

  /** @throws FatalError INDEX_NOT_DEPLOYED */
  async #checkDeployed(contracts: Contracts): Promise<void> {
    const list = [...contracts];
    const codes = await this.#ask(
      list.map(([, address]) => ({ method: "eth_getCode", params: [address, "latest"] })),
    );
    const missing = list.find((_, i) => codes[i] === "0x");
    if (!missing) return;
    throw new FatalError("INDEX_NOT_DEPLOYED", { contract: missing[0], address: missing[1] });
  }

  /** Writes everything up to `head`, one batch being filled while the one before is written. */
  async #reach(head: number): Promise<void> {
    if (head <= this.#block) await this.#checkOwnHead(head);
    try {
      while (this.#block < head) {
        await this.#next(head);
        if (this.#batch && this.#isFull(this.#batch)) await this.#write(head);
      }
    } catch (error) {
      // What came before is right, and is kept.
      if (error instanceof FatalError && this.#batch?.whole) await this.#write(head);
      throw error;
    }
    await this.#write(head);
    await this.#writing;
  }

  /** Each may hold as much as all before it: the first ones are small, and the mirror shows something soon. */
  #isFull({ size, begun }: Batch): boolean {
    return size >= Math.min(MOST_BYTES, this.#written) || performance.now() - begun > LONGEST;
  }

  /** Begins to write the batch as soon as the one before is written. */
  async #write(head: number): Promise<void> {
    const batch = this.#batch;
    if (!batch?.last) return;
    const { last } = batch;
    this.#batch = undefined;
    this.#written += batch.size;
    await this.#writing;
    this.#writing = this.#writer.write(batch, last, head).then(() => {
      this.#builder.written(batch);
      this.#options.onBatch?.({ block: last.number, head, events: batch.events });
    });
    this.#writing.catch(() => undefined);
  }

  /** Puts the next range into the batch, or rolls a reorganisation back. */
  async #next(head: number): Promise<void> {
    for (let reading = 1; ; reading++) {
      this.#options.signal.throwIfAborted();
      const range = await this.#ranges.next(this.#block + 1, head);
      try {
        if (!this.#follows(range)) {
          if (await this.#rollBack(head)) return;
          throw this.#misplaced(range);
        }
        await this.#builder.add(range, (this.#batch ??= this.#builder.begin()));
        this.#block = range.to;
        this.#hash = range.blocks.at(-1)!.hash;
        return;
      } catch (error) {
        this.#ranges.reset();
        if (!(error instanceof RetryableError)) throw error;
        if (await this.#replaced(range)) return;
        if (reading >= READINGS) {
          throw new FatalError(error.code as "INDEX_JOURNAL_DIFFERS", error.details, error);
        }
        this.#options.onRetry?.(error);
        await sleep(READ_AGAIN_AFTER, undefined, { signal: this.#options.signal });
      }
    }
  }

  #follows({ blocks }: Range): boolean {
    return this.#block < this.#first || blocks[0]!.parentHash === this.#hash;
  }

  #misplaced({ from, to }: Range): RetryableError {
    const reason = `block ${from} does not follow block ${from - 1}, which the node gives as it was`;
    return new RetryableError("INDEX_ANSWER_INCONSISTENT", { from, to, reason });
  }

  /** Whether the chain has other blocks by now than those of the range. */
  async #replaced(range: Range): Promise<boolean> {
    const last = range.blocks.at(-1)!;
    return (await this.#chainHash(range.to)) !== last.hash;
  }

  /** On a chain that did not grow: still the same last block? */
  async #checkOwnHead(head: number): Promise<void> {
    if (this.#block < this.#first) return;
    const found = await this.#chainHash(this.#block);
    if (found === this.#hash) this.#behindSince = undefined;
    else if (found !== undefined || this.#isBehindForLong(head)) await this.#rollBack(head);
  }

  #isBehindForLong(head: number): boolean {
    // Final blocks are not taken back; and a node without even the ledger's first block is one that still fills itself.
    if (this.#finality === "instant" || head < this.#first) return false;
    this.#behindSince ??= performance.now();
    return performance.now() - this.#behindSince > BEHIND;
  }

  /** Whether the chain has another block in place of the ledger's first. */
  async #isReset(block: number): Promise<boolean> {
    if (block < this.#first) return false;
    const found = await this.#chainHash(this.#first);
    const known = await this.#writer.blockHash(this.#first);
    if (found === undefined || found === known) return false;
    this.#mayChange(this.#first, known, found);
    return true;
  }

  /** @throws FatalError INDEX_FINALITY_BROKEN on a chain whose blocks are final */
  #mayChange(block: number, known: string | undefined, found: string): void {
    if (this.#finality === "instant") throw new FatalError("INDEX_FINALITY_BROKEN", { block, known, found });
  }

  /** Goes back to the last block that chain and mirror share. @returns whether that is an earlier one */
  async #rollBack(head: number): Promise<boolean> {
    await this.#write(head);
    await this.#writing;
    this.#ranges.reset();
    this.#behindSince = undefined;
    if (await this.#isReset(this.#block)) throw new FatalError("INDEX_CHAIN_RESET");
    // Blocks are shared up to some number and none after it.
    let common = this.#first;
    let other = this.#block + 1;
    while (other - common > 1) {
      const middle = Math.floor((common + other) / 2);
      const same = (await this.#chainHash(middle)) === (await this.#writer.blockHash(middle));
      if (same) common = middle;
      else other = middle;
    }
    if (common === this.#block) return false;
    const found = await this.#chainHash(other);
    if (found) this.#mayChange(other, await this.#writer.blockHash(other), found);
    const journals = await this.#writer.rollBack(common, common);
    this.#builder.reset(journals);
    this.#options.onRollBack?.({ from: this.#block, to: common });
    this.#block = common;
    this.#hash = (await this.#writer.blockHash(common))!;
    return true;
  }

  async #chainHash(block: number): Promise<string | undefined> {
    const [answer] = await this.#ask([{ method: "eth_getBlockByNumber", params: [quantity(block), false] }]);
    return (answer as { hash: string } | null)?.hash;
  }

  #ask(calls: readonly Call[]): Promise<readonly unknown[]> {
    const { signal, onRetry } = this.#options;
    return retrying(() => this.#rpc.batch(calls), signal, onRetry);
  }
}
