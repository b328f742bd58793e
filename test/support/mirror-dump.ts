/** Every row of a mirror as text, so that two mirrors can be compared byte for byte. */
import pg from "pg";
import { Lines } from "../../indexer/verify/lines.ts";
import { orderedRows, shapes } from "../../indexer/verify/shapes.ts";

/** Of the checkpoint, what is a fact of the chain: all but whether it is caught up, halted or failing. */
const CHECKPOINT = "SELECT chain_id, deployment_id, genesis_hash, block, block_hash, block_timestamp, head";

export async function dumpMirror(url: string, schema = "mirror"): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const parts: string[] = [];
    for (const [name, query] of [
      ["checkpoint", `${CHECKPOINT} FROM ${schema}.checkpoint`],
      ...shapes.map((shape) => [shape.name, orderedRows(shape, schema)]),
    ] as [string, string][]) {
      parts.push(`-- ${name}`, ...(await linesOf(client, query)));
    }
    return parts.join("\n");
  } finally {
    await client.end();
  }
}

export async function linesOf(client: pg.Client, query: string): Promise<string[]> {
  const lines = new Lines(client, query);
  const all: string[] = [];
  for (;;) {
    await lines.fill();
    if (lines.current === undefined) return all;
    for (; lines.ready; lines.next()) all.push(lines.current);
  }
}
