import { setTimeout as sleep } from "node:timers/promises";
import type { ProngsaiError } from "../../../sdk/errors.ts";
import { fromHex } from "../../../sdk/hex.ts";
import { isOurs } from "../store/failure.ts";
import type { Queryable } from "../store/queryable.ts";

/** How long after an attempt that failed the next one comes, in milliseconds. */
const AGAIN = 1_000;

/** How often the table is written while a log is closed, in milliseconds. */
const ANEW = 3_000;

/** The whole set at once; of a log that stays closed the time stays too. A row that is right already is not touched. */
const REPLACE = `WITH opened AS (
    DELETE FROM intake.closed_log WHERE deployment = $1 AND name <> ALL ($2::text[]))
  INSERT INTO intake.closed_log SELECT $1, c.name, c.code, extract(epoch FROM now())::bigint
    FROM unnest($2::text[], $3::text[]) c (name, code)
  ON CONFLICT (deployment, name) DO UPDATE SET code = excluded.code
    WHERE closed_log.code <> excluded.code`;

/**
 * Keeps the table `intake.closed_log` as the session judges, so that every process that answers readers can tell them. A
 * database that takes nothing now is tried again: what is closed stays closed meanwhile. As long as a log is closed the
 * table is written again and again: whoever could spoil the log can delete the row that tells of it.
 */
export class ClosedLogs {
  readonly #connection: Queryable;
  readonly #deployment: Buffer;
  readonly #closed: () => Promise<readonly ProngsaiError[]>;
  #running: Promise<void> | undefined;
  #news = false;
  #stopped = false;
  #pause = new AbortController();

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
    this.#pause.abort();
    this.#running ??= this.#run();
  }

  async close(): Promise<void> {
    this.#stopped = true;
    this.#pause.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#news = false;
      this.#pause = new AbortController();
      const pause = await this.#write();
      if (!this.#news && pause === undefined) break;
      await sleep(pause, undefined, { signal: this.#pause.signal }).catch(() => undefined);
    }
    this.#running = undefined;
  }

  /** @returns milliseconds until the table is to be written again, undefined when nothing is closed */
  async #write(): Promise<number | undefined> {
    try {
      const closed = (await this.#closed()).filter(isOurs);
      const names = closed.map(({ details }) => String(details["service"]));
      const codes = closed.map(({ code }) => code);
      await this.#connection.query(REPLACE, [this.#deployment, names, codes]);
      return closed.length > 0 ? ANEW : undefined;
    } catch {
      return AGAIN;
    }
  }
}
