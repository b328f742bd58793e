import type pg from "pg";
import { apiError } from "../../errors/api-error.ts";
import { readable } from "./database.ts";
import type { Database, ReadDatabase } from "./database.ts";
import type { Sql } from "./sql.ts";

/** One state of the mirror, held until it is closed: everything read through it fits together. */
export interface Snapshot {
  readonly database: Database;
  /** The rows of a statement, piece by piece; no more is read ahead than one piece. */
  pieces<Row extends object>(query: Sql, rows: number): AsyncGenerator<Row[]>;
  close(): Promise<void>;
}

/** @throws ProngsaiError MIRROR_UNAVAILABLE; under the snapshot TOO_SLOW after `seconds` */
export async function openSnapshot(
  pool: ReadDatabase,
  signal: AbortSignal,
  seconds: number,
): Promise<Snapshot> {
  const client = await pool.connect().catch((error: unknown) => {
    throw apiError("MIRROR_UNAVAILABLE", {}, error);
  });
  const cancel = () => void pool.cancel(client);
  signal.addEventListener("abort", cancel, { once: true });
  const limit = seconds * 1000;
  const run = async <Row extends object>(statement: string | pg.QueryConfig): Promise<Row[]> => {
    signal.throwIfAborted();
    try {
      return (await client.query<Row>(statement)).rows;
    } catch (error) {
      signal.throwIfAborted();
      throw readable(error, limit);
    }
  };
  const rows = <Row extends object>(query: Sql) => run<Row>(query.compile());
  let closed = false;
  const snapshot: Snapshot = {
    database: { rows, slowly: rows },
    async *pieces<Row extends object>(query: Sql, count: number) {
      const { text, values } = query.compile();
      await run({ text: `DECLARE pieces NO SCROLL CURSOR FOR ${text}`, values });
      for (;;) {
        const piece = await run<Row>(`FETCH ${count} FROM pieces`);
        if (piece.length > 0) yield piece;
        if (piece.length < count) break;
      }
      await run("CLOSE pieces");
    },
    close: async () => {
      if (closed) return;
      closed = true;
      signal.removeEventListener("abort", cancel);
      const ended = await client.query("ROLLBACK").then(
        () => true,
        () => false,
      );
      client.release(!ended);
    },
  };
  try {
    await run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await run(`SET LOCAL statement_timeout = ${Math.round(limit)}`);
    // The whole list is wanted, not its first tenth.
    await run("SET LOCAL cursor_tuple_fraction = 1");
  } catch (error) {
    await snapshot.close();
    throw error;
  }
  return snapshot;
}
