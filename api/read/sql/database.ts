import { createHash } from "node:crypto";
import type pg from "pg";
import { openReadPool } from "../../../indexer/store/read.ts";
import { apiError } from "../../errors/api-error.ts";
import type { Sql } from "./sql.ts";

/** Reads of one request: they end when the request ends. */
export interface Database {
  rows<Row extends object>(query: Sql): Promise<Row[]>;
  /** The same within another time limit, for work that is shared by many requests. */
  slowly<Row extends object>(query: Sql, milliseconds: number): Promise<Row[]>;
}

export interface DatabaseOptions {
  readonly connections: number;
  readonly statementTimeout: number;
}

const names = new Map<string, string>();

/** Statements are prepared once a connection; their name is the hash of their text. */
function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= 2_000) return undefined;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}

/** The pool of connections that can read the mirror and nothing else. */
export class ReadDatabase {
  readonly #pool: pg.Pool;
  readonly #canceller: pg.Pool;
  readonly #timeout: number;
  /** What needs a connection, or waits for one. */
  readonly #busy = new Set<Promise<unknown>>();

  constructor(url: string, { connections, statementTimeout }: DatabaseOptions) {
    this.#timeout = statementTimeout;
    this.#pool = openReadPool(url, {
      max: connections,
      statement_timeout: statementTimeout,
      connectionTimeoutMillis: statementTimeout,
      keepAlive: true,
    });
    // Never queued behind the very queries that are to be cancelled.
    this.#canceller = openReadPool(url, {
      max: 1,
      idleTimeoutMillis: 1_000,
      connectionTimeoutMillis: statementTimeout,
    });
    for (const pool of [this.#pool, this.#canceller]) pool.on("error", () => undefined);
  }

  /** For one request: when its signal aborts, its running statement is cancelled. */
  for(signal: AbortSignal): Database {
    return {
      rows: <Row extends object>(query: Sql) => this.#counted(this.#run<Row>(query, signal, null)),
      slowly: <Row extends object>(query: Sql, milliseconds: number) =>
        this.#counted(this.#run<Row>(query, signal, milliseconds)),
    };
  }

  /** A connection of one's own, for streams; release it. */
  connect(): Promise<pg.PoolClient> {
    return this.#counted(this.#pool.connect());
  }

  /** How many connections there are, are free, and are waited for. */
  get connections(): { total: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /** Ends after what is being read. A pool forgets who waits for a connection when it ends: nobody may. */
  async end(): Promise<void> {
    while (this.#busy.size > 0) await Promise.allSettled(this.#busy);
    await this.#pool.end();
    await this.#canceller.end();
  }

  #counted<T>(work: Promise<T>): Promise<T> {
    this.#busy.add(work);
    const done = () => void this.#busy.delete(work);
    work.then(done, done);
    return work;
  }

  async #run<Row extends object>(query: Sql, signal: AbortSignal, limit: number | null): Promise<Row[]> {
    signal.throwIfAborted();
    const { text, values } = query.compile();
    const client = await this.#connect();
    const settle = this.cancelWhen(signal, client);
    try {
      signal.throwIfAborted();
      if (limit !== null) await client.query(`SET statement_timeout = ${Math.round(limit)}`);
      const { rows } = await client.query<Row>({ name: statementName(text), text, values });
      return rows;
    } catch (error) {
      throw readable(error, limit ?? this.#timeout);
    } finally {
      await settle();
      if (limit !== null)
        await client.query(`SET statement_timeout = ${this.#timeout}`).catch(() => undefined);
      client.release();
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw apiError("MIRROR_UNAVAILABLE", {}, error);
    }
  }

  /**
   * Ends the statement that this connection runs when the signal aborts, until it is settled. Settle before the
   * connection is given back: a cancellation on its way would end the next reader's statement.
   */
  cancelWhen(signal: AbortSignal, client: pg.PoolClient): () => Promise<void> {
    let sent: Promise<unknown> | undefined;
    const cancel = () => {
      const { processID } = client as unknown as { processID: number };
      sent = this.#canceller.query("SELECT pg_cancel_backend($1)", [processID]).catch(() => undefined);
    };
    signal.addEventListener("abort", cancel, { once: true });
    return async () => {
      signal.removeEventListener("abort", cancel);
      if (!sent) return;
      await sent;
      // If the database heeds it only now, then here.
      await client.query("SELECT").catch(() => undefined);
    };
  }
}

const CANCELLED = "57014";
const SCHEMA_ABSENT = new Set(["42P01", "3F000"]);

/** Whether an error says that the mirror is not there: before it was ever built, or after somebody dropped it. */
export function isAbsent(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code !== undefined && SCHEMA_ABSENT.has(code);
}

/** The error as people may read it: time over, or the mirror not there. @param limit milliseconds */
export function readable(error: unknown, limit: number): unknown {
  const { code } = error as { code?: string };
  if (code === CANCELLED) return apiError("TOO_SLOW", { seconds: limit / 1000 }, error);
  if (isAbsent(error)) return apiError("MIRROR_UNAVAILABLE", {}, error);
  if (code?.startsWith("08") || code === "57P01" || code === "ECONNREFUSED") {
    return apiError("MIRROR_UNAVAILABLE", {}, error);
  }
  return error;
}
