import pg from "pg";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { createFold } from "../decode/fold.ts";
import { FatalError, RetryableError } from "../errors/index.ts";
import { Heads } from "../source/heads.ts";
import { Ranges } from "../source/ranges.ts";
import { quantity } from "../source/read-range.ts";
import { retrying } from "../source/retry.ts";
import type { OnRetry } from "../source/retry.ts";
import { Rpc } from "../source/rpc.ts";
import type { Range } from "../source/types.ts";
import { connectionSettings, MIRROR } from "../store/pool.ts";
import { Writer } from "../store/writer.ts";
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
  /** last block to read; then `follow` returns. Default: for ever */
  readonly until?: number;
  readonly signal: AbortSignal;
  readonly onRetry?: OnRetry;
  /** After each committed batch. */
  readonly onBatch?: (batch: { block: number; head: number; events: number }) => void;
  /** Each time the mirror stands at the head. */
  readonly onHead?: (block: number) => void | Promise<void>;
}

/** How often a journal that differs is read again before the indexer stops. */
const READINGS = 3;

/**
 * Brings the mirror to the head of the chain and keeps it there, until `until` is reached or the signal aborts.
 *
 * @throws FatalError INDEX_LOCKED, INDEX_OTHER_CHAIN, INDEX_JOURNAL_DIFFERS, INDEX_EVENT_UNKNOWN … after the reason was
 * left in `checkpoint.halted`; errors of the database pass through
 */
export async function follow(options: FollowOptions): Promise<void> {
  const { rpcUrl, databaseUrl, schema = MIRROR, signal } = options;
  const lost = new AbortController();
  const reader = new pg.Client({
    ...connectionSettings(databaseUrl, schema),
    application_name: "prongsai-indexer-reader",
  });
  reader.on("error", (error) => lost.abort(error));
  const rpc = new Rpc(rpcUrl);
  const writer = await Writer.open(databaseUrl, schema, (error) => lost.abort(error));
  const inner = { ...options, signal: AbortSignal.any([signal, lost.signal]) };
  try {
    await reader.connect();
    await new Follower(inner, rpc, writer, reader).run();
  } catch (error) {
    if (error instanceof FatalError) await writer.halted(error).catch(() => undefined);
    if (signal.aborted && !(error instanceof FatalError)) return;
    throw lost.signal.aborted ? lost.signal.reason : error;
  } finally {
    lost.abort();
    rpc.close();
    await Promise.allSettled([writer.close(), reader.end()]);
  }
}

class Follower {
  readonly #options: FollowOptions;
  readonly #rpc: Rpc;
  readonly #writer: Writer;
  readonly #reader: pg.Client;
  #builder!: Builder;
  #ranges!: Ranges;
  #block = 0;
  #hash = "0x";
  #first = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: FollowOptions, rpc: Rpc, writer: Writer, reader: pg.Client) {
    this.#options = options;
    this.#rpc = rpc;
    this.#writer = writer;
    this.#reader = reader;
  }

  async run(): Promise<void> {
    const { deployment, signal, onRetry, wsUrl, until = Infinity, onHead } = this.#options;
    const { contracts, first } = mirroredContracts(deployment);
    this.#first = first;
    const identity = await this.#identity();
    const checkpoint = await this.#writer.prepare(identity, first);
    this.#block = checkpoint.block;
    this.#hash = checkpoint.hash;
    this.#builder = new Builder(await createFold(), contracts, this.#reader);
    this.#builder.reset(await this.#writer.journals());
    this.#ranges = new Ranges({ rpc: this.#rpc, contracts, signal, onRetry });
    const heads = new Heads({ rpc: this.#rpc, wsUrl, signal, onRetry });

    let caughtUp = checkpoint.caughtUp;
    for (;;) {
      const head = Math.min(await heads.current(), until);
      await this.#reach(head);
      if (!caughtUp) await this.#writer.caughtUp();
      caughtUp = true;
      await onHead?.(this.#block);
      if (this.#block >= until) return;
      await heads.news();
    }
  }

  async #identity() {
    const { deployment, signal, onRetry } = this.#options;
    const [chainId, genesis] = await retrying(
      () =>
        this.#rpc.batch([
          { method: "eth_chainId", params: [] },
          { method: "eth_getBlockByNumber", params: ["0x0", false] },
        ]),
      signal,
      onRetry,
    );
    if (Number(chainId) !== deployment.chainId) {
      throw new FatalError("INDEX_OTHER_CHAIN", { expected: deployment.chainId, found: Number(chainId) });
    }
    const { hash } = genesis as { hash: string };
    return { chainId: deployment.chainId, deploymentId: deployment.deploymentId, genesisHash: hash };
  }

  /** Writes everything up to `head`, one batch being built while the one before is written. */
  async #reach(head: number): Promise<void> {
    if (head < this.#block) await this.#checkOwnHead();
    if (head === this.#block) await this.#checkOwnHead();
    while (this.#block < head) {
      const batch = await this.#next(head);
      if (!batch) continue;
      await this.#writing;
      this.#block = batch.to;
      this.#hash = batch.hash;
      this.#writing = this.#writer.write(batch, head).then(() => {
        this.#builder.written();
        this.#options.onBatch?.({ block: batch.to, head, events: batch.events });
      });
      this.#writing.catch(() => undefined);
    }
    await this.#writing;
  }

  /** The next batch; undefined after a reorganisation was rolled back. */
  async #next(head: number): Promise<Batch | undefined> {
    for (let reading = 1; ; reading++) {
      this.#options.signal.throwIfAborted();
      const range = await this.#ranges.next(this.#block + 1, head);
      if (this.#block >= this.#first && range.blocks[0]!.parentHash !== this.#hash) {
        await this.#rollBack();
        return undefined;
      }
      try {
        return await this.#builder.build(range);
      } catch (error) {
        this.#ranges.reset();
        if (!(error instanceof RetryableError)) throw error;
        if (await this.#replaced(range)) return undefined;
        if (reading >= READINGS) {
          throw new FatalError(error.code as "INDEX_JOURNAL_DIFFERS", error.details, error);
        }
        this.#options.onRetry?.(error);
      }
    }
  }

  /** Whether the chain has other blocks by now than those of the range. */
  async #replaced(range: Range): Promise<boolean> {
    const last = range.blocks.at(-1)!;
    return (await this.#chainHash(range.to)) !== last.hash;
  }

  /** On a chain that did not grow: still the same last block? */
  async #checkOwnHead(): Promise<void> {
    if (this.#block < this.#first) return;
    if ((await this.#chainHash(this.#block)) !== this.#hash) await this.#rollBack();
  }

  /** Goes back to the last block that chain and mirror share. */
  async #rollBack(): Promise<void> {
    await this.#writing;
    this.#ranges.reset();
    let common = this.#block;
    while (
      common >= this.#first &&
      (await this.#chainHash(common)) !== (await this.#writer.blockHash(common))
    ) {
      common--;
    }
    if (common < this.#first) throw new FatalError("INDEX_CHAIN_RESET");
    const journals = await this.#writer.rollBack(common, common);
    this.#builder.reset(journals);
    this.#block = common;
    this.#hash = (await this.#writer.blockHash(common)) ?? "0x";
  }

  async #chainHash(block: number): Promise<string | undefined> {
    const { signal, onRetry } = this.#options;
    const answer = await retrying(
      () => this.#rpc.batch([{ method: "eth_getBlockByNumber", params: [quantity(block), false] }]),
      signal,
      onRetry,
    );
    return (answer[0] as { hash: string } | null)?.hash;
  }
}
