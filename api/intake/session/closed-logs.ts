import { setTimeout as sleep } from "node:timers/promises";
import type { ProngsaiError } from "../../../sdk/errors.ts";
import { fromHex } from "../../../sdk/hex.ts";
import { isOurs } from "../store/failure.ts";
import type { Queryable } from "../store/queryable.ts";

/** How long after an attempt that failed the next one comes, in milliseconds. */
const AGAIN = 1_000;

/** The whole set at once; of a log that stays closed the time stays too. */
const REPLACE = `WITH opened AS (
    DELETE FROM intake.closed_log WHERE deployment = $1 AND name <> ALL ($2::text[]))
  INSERT INTO intake.closed_log SELECT $1, c.name, c.code, extract(epoch FROM now())::bigint
    FROM unnest($2::text[], $3::text[]) c (name, code)
  ON CONFLICT (deployment, name) DO UPDATE SET code = excluded.code`;

/**
 * Keeps the table `intake.closed_log` as the session judges, so that every process that answers readers can tell them. A
 * database that takes nothing now is tried again: what is closed stays closed meanwhile.
 */
export class ClosedLogs {
  readonly #connection: Queryable;
  readonly #deployment: Buffer;
  readonly #closed: () => Promise<readonly ProngsaiError[]>;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;
  #news = false;

  /**
   * @param connection the one that may write
   * @param deploymentId `0x` and 64 digits
   * @param closed errors by which logs are closed now
   */
  constructor(connection: Queryable, deploymentId: string, closed: () => Promise<readonly ProngsaiError[]>) {
    this.#connection = connection;
    this.#deployment = Buffer.from(fromHex(deploymentId, 32));
    this.#closed = closed;
  }

  /** Something was closed. */
  tell(): void {
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
        const closed = (await this.#closed()).filter(isOurs);
        const names = closed.map(({ details }) => String(details["service"]));
        const codes = closed.map(({ code }) => code);
        await this.#connection.query(REPLACE, [this.#deployment, names, codes]);
      } catch {
        this.#news = true;
        await sleep(AGAIN, undefined, { signal }).catch(() => undefined);
      }
    }
    this.#running = undefined;
  }
}
