import pg from "pg";
import { connectionSettings } from "../../../indexer/store/read.ts";
import { makeProjectCode } from "../../../sdk/project-code.ts";
import { sampleRows } from "../export/sample.ts";

const AGENCIES = 500;

/**
 * Native projects in a mirror that `fillMirror` has made: each with its brief, a reference, one or two lines and a
 * commitment, over 500 agencies. The tables are the indexer's; the rows are made here and stand on no chain.
 */
export async function fillNative(url: string, projects: number): Promise<void> {
  const codes = Array.from({ length: projects }, (_, i) =>
    makeProjectCode({ year: 2568, agency: 10_001 + (i % AGENCIES), sequence: 1 + Math.floor(i / AGENCIES) }),
  );
  const client = new pg.Client(connectionSettings(url));
  await client.connect();
  const place = "1, sha256('tx'), 0, 1764400000";
  try {
    await client.query("CREATE TEMP TABLE made (i int PRIMARY KEY, code text, agency int, cid bytea)");
    await client.query(
      `INSERT INTO made SELECT n - 1, code, 10001 + (n - 1) % ${AGENCIES}, '\\x01551220' || sha256(code::bytea)
         FROM unnest($1::text[]) WITH ORDINALITY AS t (code, n)`,
      [codes],
    );
    await client.query(
      `INSERT INTO agency SELECT n, 'องค์การบริหารส่วนตำบลสาธิต ' || n, 'Example Subdistrict ' || n, 10 + n % 80, true, ${place}
         FROM generate_series(10001, 10000 + ${AGENCIES}) n`,
    );
    await client.query(
      `INSERT INTO project SELECT code, agency, 2568, 1 + i % 5, '\\x' || repeat('11', 20)::bytea, cid, sha256(cid), 1764300000,
         1764310000 + i, 1764320000, ${place} FROM made`,
    );
    await client.query(
      `INSERT INTO brief SELECT cid, sha256(cid), 'available', ($1::text[])[1 + i % 250],
         'Project ' || code, 'คำอธิบายโครงการ ' || code, 'Description of ' || code, 10 + i % 80, NULL, '{}', 1 FROM made`,
      [sampleRows().map(({ title }) => title)],
    );
    await client.query(
      `INSERT INTO project_reference SELECT code, 'egp', (67000000000 + i)::text, ${place} FROM made`,
    );
    await client.query(
      `INSERT INTO appropriation_line SELECT 1 + i * 2 + k, code, agency, 2568, 'BUDGET', 1 + (i + k) % 5, NULL, false,
         100000000 + i, 0, 0, 0, 90000000, 50000000, 0, 20000000 + i % 1000, 0, 0, 0, ${place}
         FROM made, generate_series(0, 1) k WHERE k <= i % 2`,
    );
  } finally {
    await client.end();
  }
}

/** Fresh statistics, as autovacuum keeps them in production. */
export async function analyze(url: string): Promise<void> {
  const client = new pg.Client(connectionSettings(url));
  await client.connect();
  await client.query("VACUUM ANALYZE");
  await client.end();
}
