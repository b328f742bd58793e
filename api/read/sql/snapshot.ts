import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { apiError } from "../../errors/api-error.ts";
import { copiedLines } from "./copied.ts";
import { readable } from "./database.ts";
import type { Database, ReadDatabase } from "./database.ts";
import { inlined } from "./inline.ts";
import type { Sql } from "./sql.ts";

/** One state of the mirror, held until it is closed: everything read through it fits together. */
export interface Snapshot {
  readonly database: Database;
  /**
   * The bytes of a statement that gives one text or JSON a row, never null: the texts with a line feed after each. The
   * database writes no faster than they are read.
   */
  texts(query: Sql): AsyncGenerator<Buffer>;
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
  const settle = pool.cancelWhen(signal, client);
  const limit = seconds * 1000;
  const explained = (error: unknown) => {
    signal.throwIfAborted();
    return readable(error, limit);
  };
  // Resolvers ask side by side; one connection answers one after the other.
  let before: Promise<unknown> = Promise.resolve();
  const run = <Row extends object>(statement: string | pg.QueryConfig): Promise<Row[]> => {
    const answer = before.then(async () => {
      signal.throwIfAborted();
      try {
        return (await client.query<Row>(statement)).rows;
      } catch (error) {
        throw explained(error);
      }
    });
    before = answer.catch(() => undefined);
    return answer;
  };
  const rows = <Row extends object>(query: Sql) => run<Row>(query.compile());
  let copying = false;
  let closed = false;
  const snapshot: Snapshot = {
    database: { rows, slowly: rows },
    async *texts(query) {
      signal.throwIfAborted();
      copying = true;
      const stream = client.query(copyTo(`COPY (${inlined(query)}) TO STDOUT (FORMAT binary)`));
      try {
        yield* copiedLines(stream as AsyncIterable<Buffer>);
        copying = false;
      } catch (error) {
        throw explained(error);
      }
    },
    close: async () => {
      if (closed) return;
      closed = true;
      // A connection in the middle of COPY takes no other statement.
      if (copying) return client.release(true);
      await settle();
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
  } catch (error) {
    await snapshot.close();
    throw error;
  }
  return snapshot;
}
