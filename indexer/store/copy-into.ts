import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/**
 * Copies rows into a table.
 *
 * @param target table and columns, e.g. `"event" ("block", "log_index")`
 * @param pieces of `CopyRows`
 */
export async function copyInto(client: pg.Client, target: string, pieces: readonly Buffer[]): Promise<void> {
  const stream = client.query(copyFrom(`COPY ${target} FROM STDIN (FORMAT binary)`));
  const finished = once(stream, "finish");
  for (const piece of pieces) stream.write(piece);
  stream.end();
  await finished;
}
