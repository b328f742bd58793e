import { expect } from "chai";
import { Wallet } from "ethers";
import pg from "pg";
import { verifyMirror } from "../../../indexer/verify/index.ts";
import type { Difference, VerifyReport } from "../../../indexer/verify/index.ts";
import { shapes } from "../../../indexer/verify/shapes.ts";
import type { Shape } from "../../../indexer/verify/shapes.ts";
import { reportText } from "../../../scripts/verify/print.ts";
import { registerNames } from "../../../sdk/registers.ts";
import { startDemo, type DemoFixture } from "../../support/demo-fixture.ts";
import { indexChain } from "../../support/index-chain.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";
import { random } from "../../support/random.ts";

/** Tables that the demonstration leaves empty. */
const EMPTY = new Set(["quarantined_row", "broken_promise"]);

describe("verifying the mirror", function () {
  this.timeout(180_000);
  const { seed, integer } = random();
  let demo: DemoFixture;
  let database: TestDatabase;
  let client: pg.Client;

  before(async () => {
    demo = await startDemo();
  });
  after(() => demo.stop());

  beforeEach(async () => {
    const prepare = (url: string) => indexChain(demo, url);
    database = await createDatabase({ name: "verified", prepare });
    client = new pg.Client({ connectionString: database.url, options: "-c search_path=mirror,public" });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await database.drop();
  });

  const verify = (changes: Partial<Parameters<typeof verifyMirror>[0]> = {}) =>
    verifyMirror({
      rpcUrl: demo.chain.rpcUrl,
      databaseUrl: database.url,
      deployment: demo.deployment,
      documents: demo.documents,
      signal: AbortSignal.timeout(120_000),
      ...changes,
    });

  const differences = ({ tables }: VerifyReport) => tables.flatMap((table) => table.differences);
  const filled = shapes.filter(({ name }) => !EMPTY.has(name));

  /** The physical place and the key, as `verify` prints it, of one row of a table. */
  async function anyRow({ name, key }: Shape): Promise<{ ctid: string; key: string }> {
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT ctid, * FROM "${name}" ORDER BY ctid`,
    );
    const row = rows[integer(0, rows.length - 1)]!;
    const printed = key.map((column) => {
      const value = row[column.name];
      return `${column.name}=${Buffer.isBuffer(value) ? `0x${value.toString("hex")}` : String(value)}`;
    });
    return { ctid: String(row.ctid), key: printed.join(", ") };
  }

  it("finds a mirror that is as it must be equal, and leaves nothing behind", async () => {
    const phases = new Set<string>();
    const report = await verify({ onProgress: ({ phase }) => phases.add(phase) });
    expect(differences(report)).to.deep.equal([]);
    expect(report.matches).to.equal(true);
    expect(report.block).to.equal(await demo.provider.getBlockNumber());
    expect(report.journals.map(({ contract }) => contract)).to.have.members(registerNames);
    expect(report.journals.every(({ matches }) => matches)).to.equal(true);
    expect([...phases]).to.deep.equal(["chain", "documents", "rows"]);
    for (const { table, found } of report.tables) expect(found > 0, table).to.equal(!EMPTY.has(table));
    const { rows } = await client.query("SELECT FROM pg_namespace WHERE nspname = 'mirror_check'");
    expect(rows).to.deep.equal([]);
  });

  it(`names the row and the column of one altered row of every table (SEED=${seed})`, async () => {
    const expected = new Map<string, { key: string; column: string }>();
    for (const shape of filled) {
      const { ctid, key } = await anyRow(shape);
      const names = new Set(shape.key.map((column) => column.name));
      const { rows } = await client.query<{ name: string; type: string }>(
        `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0`,
        [`"${shape.name}"`],
      );
      const others = rows.filter(({ name }) => !names.has(name));
      const { name, type } = others[integer(0, others.length - 1)]!;
      await client.query(`UPDATE "${shape.name}" SET "${name}" = ${another(name, type)} WHERE ctid = $1`, [
        ctid,
      ]);
      expected.set(shape.name, { key, column: name });
    }
    const found = new Map(
      differences(await verify()).map(({ table, kind, key, columns }) => {
        expect(kind, table).to.equal("altered");
        return [table, { key, column: columns.map(({ name }) => name).join() }];
      }),
    );
    expect(Object.fromEntries(found)).to.deep.equal(Object.fromEntries(expected));
  });

  it(`names one removed row of every table (SEED=${seed})`, async () => {
    const expected: Pick<Difference, "table" | "key">[] = [];
    for (const shape of filled) {
      const { ctid, key } = await anyRow(shape);
      await client.query(`DELETE FROM "${shape.name}" WHERE ctid = $1`, [ctid]);
      expected.push({ table: shape.name, key });
    }
    const report = await verify();
    const found = differences(report).map(({ table, kind, key, columns }) => ({ table, kind, key, columns }));
    expect(found).to.deep.equal(
      expected.map(({ table, key }) => ({ table, kind: "removed", key, columns: [] })),
    );
    expect(report.journals.filter(({ matches }) => !matches).map(({ mirror }) => mirror)).to.deep.equal([
      undefined,
    ]);
  });

  it(`names one added row of every table, also one that is there twice (SEED=${seed})`, async () => {
    const expected: Pick<Difference, "table" | "key">[] = [];
    for (const shape of filled) {
      const { ctid, key } = await anyRow(shape);
      await client.query(`ALTER TABLE "${shape.name}" DROP CONSTRAINT IF EXISTS "${shape.name}_pkey"`);
      await client.query(`DROP INDEX IF EXISTS "${shape.name}_pkey"`);
      await client.query(`INSERT INTO "${shape.name}" SELECT * FROM "${shape.name}" WHERE ctid = $1`, [ctid]);
      expected.push({ table: shape.name, key });
    }
    const found = differences(await verify()).filter(({ kind }) => kind === "added");
    expect(found.map(({ table, key }) => ({ table, key }))).to.deep.equal(expected);
  });

  it("says what rows are about whose keys are numbers: service and index, day, project", async () => {
    const one = async (sql: string) => (await client.query<Record<string, string>>(sql)).rows[0]!;
    const action = await one(
      `SELECT action_id, index, name FROM action JOIN service ON number = action.service
       ORDER BY action_id DESC LIMIT 1 OFFSET 3`,
    );
    await client.query("UPDATE action SET record = record || ' ' WHERE action_id = $1", [action.action_id]);
    const head = await one("SELECT encode(service, 'hex') AS id, name FROM service ORDER BY number LIMIT 1");
    await client.query("DELETE FROM log_head WHERE service = decode($1, 'hex')", [head.id]);
    const line = await one("SELECT line_id, project FROM appropriation_line ORDER BY line_id LIMIT 1");
    await client.query("UPDATE appropriation_line SET approved = approved + 1 WHERE line_id = $1", [
      line.line_id,
    ]);
    await client.query("INSERT INTO action_day (service, day, type, count) VALUES (77, 20000, 'x.y', 1)");

    const report = await verify();
    expect(differences(report).map(({ table, kind, about }) => [table, kind, about])).to.have.deep.members([
      ["action", "altered", `entry ${action.index} of ${action.name}`],
      ["log_head", "removed", head.name],
      ["appropriation_line", "altered", `project ${line.project}`],
      ["action_day", "added", "service 77 on 2024-10-04"],
    ]);
    expect(reportText(report, 1)).to.include(
      `✘ action (action_id=${action.action_id}: entry ${action.index} of ${action.name}) was altered`,
    );
  });

  it("notices a function that lies, a trigger, and a table made into a view", async () => {
    await client.query(
      `CREATE OR REPLACE FUNCTION flag_as_of(at bigint) RETURNS SETOF flag LANGUAGE sql STABLE AS 'SELECT * FROM flag WHERE false'`,
    );
    await client.query(
      `CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
    );
    await client.query(`CREATE TRIGGER quiet BEFORE INSERT ON flag FOR EACH ROW EXECUTE FUNCTION quiet()`);
    await client.query(`ALTER TABLE revision RENAME TO hidden`);
    await client.query(`CREATE VIEW revision AS SELECT * FROM hidden`);
    const found = differences(await verify())
      .filter(({ table }) => table === "(definitions)")
      .map(({ kind, key }) => `${kind} ${key}`);
    expect(found).to.include.members([
      "altered function flag_as_of(at bigint)",
      "added function quiet()",
      "added trigger flag.quiet",
      "altered relation revision",
      "added relation hidden",
    ]);
  });

  it("names what stands outside the mirror and could be taken for something of it", async () => {
    await client.query(`CREATE FUNCTION public.appropriation_line_as_of(at text) RETURNS SETOF appropriation_line
      LANGUAGE sql STABLE AS 'SELECT * FROM mirror.appropriation_line WHERE false'`);
    await client.query(
      `CREATE FUNCTION pg_catalog.sum_of(bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 1'`,
    );
    await client.query(`CREATE OPERATOR pg_catalog.@#@ (RIGHTARG = bigint, FUNCTION = pg_catalog.sum_of)`);
    await client.query(`CREATE OPERATOR mirror.@#@ (RIGHTARG = bigint, FUNCTION = pg_catalog.sum_of)`);
    await client.query(`CREATE CAST (bigint AS point) WITH INOUT AS IMPLICIT`);
    await client.query(`CREATE TABLE public.project (title text)`);
    const found = differences(await verify()).map(({ table, kind, key }) => `${table} ${kind} ${key}`);
    expect(found).to.have.members([
      "(definitions) added cast bigint as point",
      "(definitions) added function public.appropriation_line_as_of(at text)",
      "(definitions) added function pg_catalog.sum_of(bigint)",
      "(definitions) added operator @#@(-, bigint)",
      "(definitions) added operator pg_catalog.@#@(-, bigint)",
    ]);
  });

  it("does not believe the checkpoint", async () => {
    await client.query("UPDATE checkpoint SET block = block + 5");
    const [difference] = differences(await verify());
    expect(difference).to.deep.include({ table: "checkpoint", kind: "altered" });

    await client.query("UPDATE checkpoint SET block = block - 10");
    const tables = new Set(differences(await verify()).map(({ table }) => table));
    expect([...tables]).to.include.members(["checkpoint", "block", "transaction"]);
  });

  it("compares the time of the checkpoint's block, and the newest block that was heard of", async () => {
    const head = await demo.provider.getBlockNumber();
    const block = (await demo.provider.getBlock(head))!;
    await client.query("UPDATE checkpoint SET block_timestamp = 1, head = head + 1000");
    expect(differences(await verify())).to.deep.equal([
      {
        table: "checkpoint",
        kind: "altered",
        key: `block=${head}`,
        columns: [
          { name: "block_timestamp", expected: String(block.timestamp), found: "1" },
          { name: "head", expected: `${head} to ${head}`, found: String(head + 1000) },
        ],
      },
    ]);
    await client.query("UPDATE checkpoint SET block_timestamp = $1, head = block - 1", [block.timestamp]);
    expect(
      differences(await verify()).flatMap(({ columns }) => columns.map(({ name }) => name)),
    ).to.deep.equal(["head"]);
  });

  it("compares what the mirror held when it began, while chain and mirror go on", async () => {
    const before = await demo.provider.getBlockNumber();
    let growing: Promise<void> | undefined;
    const grow = async () => {
      const to = "0x000000000000000000000000000000000000dEaD";
      await Wallet.createRandom(demo.provider).sendTransaction({ to, gasPrice: 0, gasLimit: 21_000 });
      await indexChain(demo, database.url);
    };
    const report = await verify({ onProgress: () => (growing ??= grow()) });
    await growing;
    expect(report).to.include({ block: before, matches: true });
    const { rows } = await client.query("SELECT block::int FROM checkpoint");
    expect(rows).to.deep.equal([{ block: before + 1 }]);
    expect(await verify()).to.include({ block: before + 1, matches: true });
  });

  describe("refuses", () => {
    const codeOf = (error: unknown) => (error as { code?: string }).code;

    it("a database without a mirror", async () => {
      await client.query("DROP SCHEMA mirror CASCADE");
      expect(codeOf(await verify().catch((error: unknown) => error))).to.equal("VERIFY_NO_MIRROR");
    });

    it("a mirror of another ledger", async () => {
      const deployment = { ...demo.deployment, deploymentId: `0x${"12".repeat(32)}` };
      const error = await verify({ deployment }).catch((caught: unknown) => caught);
      expect(codeOf(error)).to.equal("VERIFY_OTHER_LEDGER");
    });

    it("a mirror of another version", async () => {
      await client.query("UPDATE checkpoint SET schema_fingerprint = 'other'");
      expect(codeOf(await verify().catch((error: unknown) => error))).to.equal("VERIFY_OTHER_VERSION");
    });

    it("to run twice at a time", async () => {
      const results = await Promise.allSettled([verify(), verify()]);
      const refused = results.flatMap((result) =>
        result.status === "rejected" ? [codeOf(result.reason)] : [],
      );
      expect(refused).to.deep.equal(["VERIFY_RUNNING"]);
    });
  });
});

/** SQL of a value of the type that is not the one there. */
function another(name: string, type: string): string {
  const column = `"${name}"`;
  switch (type) {
    case "boolean":
      return `NOT coalesce(${column}, false)`;
    case "text":
      return `coalesce(${column}, '') || 'ก'`;
    case "bytea":
      return `coalesce(${column}, '') || '\\x00'`;
    case "jsonb":
      return `jsonb_build_array(${column})`;
    default:
      return `coalesce(${column}, 0) + 1`;
  }
}
