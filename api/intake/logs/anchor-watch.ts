import { setTimeout as sleep } from "node:timers/promises";
import type { ProngsaiError } from "../../../sdk/errors.ts";
import { remembering } from "../../../sdk/log/tree/index.ts";
import type { KnownService } from "../known/service.ts";
import type { ChainPlace } from "../session/open-logs.ts";
import type { Int8, Queryable } from "../store/queryable.ts";
import { chainHeads } from "./chain-heads.ts";
import { isOurs } from "../store/failure.ts";
import { checkAnchored } from "./restore.ts";
import type { ServiceLog } from "./service-log.ts";
import { LogTiles } from "../read/tiles.ts";

/** How long after a comparison that could not be made the next one comes, in milliseconds. */
const AGAIN = 1_000;

export interface AnchorWatchOptions {
  readonly chain: ChainPlace;
  /** for the tiles, beside the writing connection */
  readonly reads: Queryable;
  /** the open log of a service, by its name */
  readonly logOf: (name: string) => ServiceLog | undefined;
  readonly services: () => Iterable<KnownService>;
  /** told once for each log that is closed by this */
  readonly onClosed: (error: ProngsaiError) => void;
}

/**
 * Compares open logs with the chain whenever the index has read a new anchor of theirs: what another gateway, or this one
 * with another database, anchored under the same size is noticed then and not at the next start. A log that differs is
 * closed at once; what was acknowledged of it stays readable.
 */
export class AnchorWatch {
  readonly #options: AnchorWatchOptions;
  readonly #stop = new AbortController();
  /** anchored sizes that were compared, by the services' names */
  readonly #compared = new Map<string, number>();
  #running: Promise<void> | undefined;
  #news = false;

  constructor(options: AnchorWatchOptions) {
    this.#options = options;
  }

  /** The index has read on. */
  look(): void {
    this.#news = true;
    this.#running ??= this.#run();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (this.#news && !signal.aborted) {
      this.#news = false;
      try {
        await this.#compare();
      } catch {
        // Chain or database are away, which is told where it matters: nothing is anchored or taken meanwhile.
        this.#news = true;
        await sleep(AGAIN, undefined, { signal }).catch(() => undefined);
      }
    }
    this.#running = undefined;
  }

  async #compare(): Promise<void> {
    const { chain, services, logOf } = this.#options;
    const changed = [...services()].flatMap((service) => {
      const { name, anchoredSize } = service;
      const log = logOf(name);
      return log && !log.closed && anchoredSize > (this.#compared.get(name) ?? 0) ? [{ service, log }] : [];
    });
    const heads = await chainHeads(
      chain,
      changed.map(({ service }) => service.id),
    );
    for (const [place, { service, log }] of changed.entries()) {
      const head = heads[place]!;
      // What is longer than what is acknowledged may be acknowledged in this moment; nothing is anchored before it is stored.
      if (head.size <= log.acknowledged || head.size > (await this.#stored(log)))
        await this.#check(log, head);
      this.#compared.set(service.name, Math.min(head.size, log.acknowledged));
    }
  }

  /** Entries of a log that are durable. */
  async #stored({ number }: ServiceLog): Promise<number> {
    const { rows } = await this.#options.reads.query<{ size: Int8 }>(
      "SELECT size FROM intake.log WHERE log = $1",
      [number],
    );
    return Number(rows[0]?.size ?? 0);
  }

  async #check(log: ServiceLog, head: { readonly size: number; readonly root: Uint8Array }): Promise<void> {
    try {
      await checkAnchored(remembering(new LogTiles(this.#options.reads, log.number)), log, head);
    } catch (error) {
      if (!isOurs(error)) throw error;
      log.closed = error;
      this.#options.onClosed(error);
    }
  }
}
