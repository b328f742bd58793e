import { readFileSync } from "node:fs";
import pg from "pg";
import { connectionSettings, MIRROR } from "../../../indexer/store/read.ts";
import { sampleRows } from "./sample.ts";

const schema = new URL("../../../indexer/store/schema.sql", import.meta.url);
const BATCH = 1n << 32n;

export interface Filling {
  /** Titles of their own for all rows, and the trigram index over them, which exports do not read. */
  readonly searchable?: boolean;
}

/** Each row's title with the agency of another row and a number of its own, half of them in Thai digits. */
const OWN_TITLE = `r->>'title' || ' ' || (SELECT o.r->>'agency' FROM sample o WHERE o.n = 1 + (g::bigint * 7919 / 250) % 250)
  || ' เลขที่ ' || CASE WHEN g % 2 = 0 THEN g::text ELSE translate(g::text, '0123456789', '๐๑๒๓๔๕๖๗๘๙') END`;

/**
 * A mirror with one import batch of `rows` reported projects, one contract each: the sample's real rows again and again
 * with numbers of their own. The tables are the indexer's.
 */
export async function fillMirror(
  url: string,
  rows: number,
  { searchable = false }: Filling = {},
): Promise<void> {
  const client = new pg.Client(connectionSettings(url));
  await client.connect();
  try {
    const statements = readFileSync(schema, "utf8");
    const indexes = statements
      .match(/^CREATE INDEX .*;$/gm)!
      .filter((line) => searchable || !/ gin /.test(line));
    await client.query(`CREATE SCHEMA ${MIRROR}`);
    await client.query(statements.replace(/^CREATE INDEX .*;$/gm, ""));
    await client.query(`INSERT INTO checkpoint (schema_fingerprint, chain_id, deployment_id, genesis_hash, block, block_hash,
      block_timestamp, head, caught_up) VALUES ('bench', 31337, '0x' || repeat('11', 32), '\\x00', 1, '\\x01', 1, 1, true)`);
    await client.query("INSERT INTO block VALUES (1, '\\x01', '\\x00', 1, 1)");
    await client.query(
      `INSERT INTO import_batch VALUES (1, 'egp', '\\x00', '\\x00', '\\x00', '\\x00', '\\x00', '\\x00', $1, 0, '\\x00', 1,
        'CC-BY', 'bench', NULL, 1, 1, '\\x00', 0, 1)`,
      [rows],
    );
    await client.query("CREATE TEMP TABLE sample (n serial, r jsonb)");
    await client.query("INSERT INTO sample (r) SELECT jsonb_array_elements($1::jsonb)", [
      JSON.stringify(sampleRows()),
    ]);
    await client.query("ALTER TABLE sample ADD PRIMARY KEY (n)");
    const { rows: found } = await client.query<{ n: bigint }>("SELECT count(*) AS n FROM sample");
    const line = `g, s.r FROM generate_series(1, ${rows}) g JOIN sample s ON s.n = 1 + g % ${found[0]!.n}`;
    await client.query(`INSERT INTO reported_project SELECT ${BATCH} + g, 1, 'egp', (67000000000 + g)::text, g, true,
      ${searchable ? OWN_TITLE : "r->>'title'"}, r->>'type', r->>'agency', NULL, r->>'subAgency', r->>'method', r->>'methodGroup', NULL,
      r->>'transactionOn', (r->>'budget')::bigint, (r->>'reference')::bigint, (r->>'agreed')::bigint, 1, 2568,
      r->>'province', NULL, NULL, NULL, '{}' FROM (SELECT ${line}) x`);
    await client.query(`INSERT INTO reported_contract SELECT 1, g, 0, ${BATCH} + g, NULL, (r->>'agreed')::bigint, NULL,
      NULL, NULL, '[]', 0 FROM (SELECT ${line}) x`);
    await client.query(`INSERT INTO reported_row SELECT 1, g - 1, g, ${BATCH} + g, sha256(g::text::bytea)
      FROM generate_series(1, ${rows}) g`);
    for (const statement of indexes) await client.query(statement);
    await client.query("VACUUM ANALYZE reported_project, reported_contract, reported_row, reported_flag");
  } finally {
    await client.end();
  }
}
