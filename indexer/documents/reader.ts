import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Documents } from "../../sdk/documents/index.ts";
import { codeOf } from "../errors/index.ts";
import { databaseError } from "../store/database-error.ts";
import { CHANNEL } from "../store/notice.ts";
import { connectionSettings, MIRROR } from "../store/pool.ts";
import { readPendingBatches } from "./batches.ts";
import { readPendingBriefs } from "./briefs.ts";
import { readPendingBundles } from "./log/bundles.ts";

/** How often documents that could not be had are asked for again, at the earliest (milliseconds). */
const LOOK_AGAIN = 5_000;

/** Tries that fail one after another before readers are told: a single one may meet blocks that were just taken back. */
const FAILING = 2;

/**
 * Reads the documents that the chain names (project briefs, imported files, bundles of logs) into the mirror, beside the chain's own rows.
 * Emits `problem` with the error when one cannot be read; it stays visible as `unavailable` and is tried again.
 */
export class DocumentReader extends EventEmitter<{ problem: [Error] }> {
  readonly #documents: Documents;
  readonly #url: string;
  readonly #schema: string;
  readonly #signal: AbortSignal;
  #running: Promise<void> | undefined;
  #wake: (() => void) | undefined;
  #asked = false;
  /** How many tries have failed since the last that did not. */
  #failed = 0;

  constructor(databaseUrl: string, documents: Documents, signal: AbortSignal, schema = MIRROR) {
    super();
    this.#url = databaseUrl;
    this.#documents = documents;
    this.#signal = signal;
    this.#schema = schema;
  }

  /** There may be something to read. */
  wake(): void {
    this.#asked = true;
    this.#wake?.();
    this.#running ??= this.#run();
  }

  /** Resolves when nothing is being read any more. */
  async stopped(): Promise<void> {
    await this.#running;
  }

  /** Reads everything that is pending now, once. */
  readAll(): Promise<void> {
    return this.#connected((client) => this.#read(client));
  }

  async #connected(work: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = new pg.Client({
      ...connectionSettings(this.#url, this.#schema),
      application_name: "prongsai-documents",
    });
    client.on("error", () => undefined);
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async #run(): Promise<void> {
    while (!this.#signal.aborted) {
      this.#asked = false;
      await this.#connected((client) => this.#try(client)).catch((error: Error) => {
        if (!this.#signal.aborted) this.emit("problem", databaseError(error) ?? error);
      });
      if (this.#asked) continue;
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      await Promise.race([
        woken,
        sleep(LOOK_AGAIN, undefined, { signal: this.#signal }).catch(() => undefined),
      ]);
    }
  }

  /** Reads, and leaves in the checkpoint whether that fails again and again: the API is ready only while it does not. */
  async #try(client: pg.Client): Promise<void> {
    const say = (code: string | null) =>
      client.query("UPDATE checkpoint SET failing = $1 WHERE failing IS DISTINCT FROM $1", [code]);
    try {
      await this.#read(client);
      await say(null);
      this.#failed = 0;
    } catch (error) {
      const isToBeTold = ++this.#failed >= FAILING && !this.#signal.aborted;
      if (isToBeTold) await say(codeOf(databaseError(error) ?? error)).catch(() => undefined);
      throw error;
    }
  }

  async #read(client: pg.Client): Promise<void> {
    const work = {
      client,
      documents: this.#documents,
      signal: this.#signal,
      problem: (error: Error) => this.emit("problem", error),
    };
    const briefs = await readPendingBriefs(work);
    const batches = await readPendingBatches(work);
    const bundles = await readPendingBundles(work);
    if (this.#schema !== MIRROR || (!briefs && !batches && !bundles)) return;
    await client.query(
      `SELECT pg_notify($1, json_build_object('kind', 'documents', 'block', block, 'head', head)::text) FROM checkpoint`,
      [CHANNEL],
    );
  }
}
