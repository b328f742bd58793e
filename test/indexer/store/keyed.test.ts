import { expect } from "chai";
import pg from "pg";
import { Batch } from "../../../indexer/mirror/batch.ts";
import type { KeyValue } from "../../../indexer/registers/types.ts";
import { createProvenance } from "../../../indexer/store/copy-rows.ts";
import { writeKeyed } from "../../../indexer/store/keyed.ts";
import { connectionSettings } from "../../../indexer/store/pool.ts";
import { bytes, int4, int8, text } from "../../../indexer/store/schema/columns.ts";
import { createTables } from "../../../indexer/store/schema/ddl.ts";
import { table } from "../../../indexer/store/schema/table.ts";
import type { Table } from "../../../indexer/store/schema/table.ts";
import { sendAll } from "../../../indexer/store/statements.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";

const columns = { raw: bytes, id: int8, name: text, version: int4, value: int4 };
const by = (name: string, kind: "versioned" | "plain", key: (keyof typeof columns)[]) =>
  table({ name, kind, key, columns });
const tables = [
  by("by_bytes", "versioned", ["raw"]),
  by("by_number", "versioned", ["id"]),
  by("by_name", "versioned", ["name"]),
  by("by_all", "versioned", ["raw", "name", "version"]),
];
const document = by("document", "plain", ["raw"]);

const names = ["", "a", `quote " and '`, "back\\slash", "{1,2}", "NULL", "ก, ข", "a\0b", "line\nbreak"];
const rowsWith = (value: number) =>
  names.map((name, i) => ({ raw: `0x0${i}ff`, id: 2n ** 62n + BigInt(i), name, version: i, value }));

describe("rows with a key", function () {
  this.timeout(60_000);

  let database: TestDatabase;
  let client: pg.Client;

  before(async () => {
    database = await createDatabase();
    client = new pg.Client(connectionSettings(database.url, "public"));
    await client.connect();
    for (const one of [...tables, document]) await client.query(createTables(one));
  });
  after(async () => {
    await client.end();
    await database.drop();
  });

  /** Writes rows of one batch as the writer does. */
  async function write(one: Table, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    const batch = new Batch();
    const provenance = createProvenance()({
      block: 1n,
      txHash: `0x${"ab".repeat(32)}`,
      logIndex: 0,
      timestamp: 1n,
    });
    for (const row of rows) {
      const key = one.key.map((name) => row[name] as KeyValue);
      batch.put({ table: one, row }, key, key.join("\0"), provenance);
    }
    const keyed = [...batch.keyed.values()].flatMap(writeKeyed);
    await sendAll(client, [{ sql: "BEGIN" }, ...keyed, { sql: "COMMIT" }]);
  }

  async function values(one: Table): Promise<number[]> {
    const { rows } = await client.query<{ value: number }>(
      `SELECT value FROM "${one.name}" ORDER BY version`,
    );
    return rows.map(({ value }) => value);
  }

  for (const one of tables) {
    it(`replace the earlier ones, whatever is in the key: ${one.name}`, async () => {
      await write(one, rowsWith(1));
      await write(one, rowsWith(2).slice(0, -1));
      expect(await values(one)).to.deep.equal([...names.slice(0, -1).map(() => 2), 1]);
    });

    it(`of which one batch has several: the last counts: ${one.name}`, async () => {
      await write(one, [...rowsWith(3), ...rowsWith(4)]);
      expect(await values(one)).to.deep.equal(names.map(() => 4));
    });
  }

  it("of documents stay as they are", async () => {
    await write(document, rowsWith(1).slice(0, 3));
    await write(document, rowsWith(2));
    expect(await values(document)).to.deep.equal(names.map((_, i) => (i < 3 ? 1 : 2)));
  });
});
