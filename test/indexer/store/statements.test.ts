import { expect } from "chai";
import pg from "pg";
import { columnList } from "../../../indexer/store/columns-of.ts";
import { CopyRows, createProvenance } from "../../../indexer/store/copy-rows.ts";
import { connectionSettings } from "../../../indexer/store/pool.ts";
import { int4, text } from "../../../indexer/store/schema/columns.ts";
import { createTables } from "../../../indexer/store/schema/ddl.ts";
import { table } from "../../../indexer/store/schema/table.ts";
import { copy, sendAll } from "../../../indexer/store/statements.ts";
import { rejection } from "../../support/rejection.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";

const sample = table({
  name: "sample",
  kind: "appended",
  key: ["id"],
  lateKey: false,
  columns: { id: int4, words: text },
});
const target = `"sample" (${columnList(sample)})`;
const place = { block: 9n, txHash: `0x${"ab".repeat(32)}`, logIndex: 3, timestamp: 1_727_712_000n };

describe("statements that are sent at once", function () {
  this.timeout(60_000);

  let database: TestDatabase;
  let client: pg.Client;

  before(async () => {
    database = await createDatabase();
    client = new pg.Client(connectionSettings(database.url, "public"));
    await client.connect();
    await client.query(createTables(sample));
  });
  beforeEach(() => client.query("TRUNCATE sample"));
  after(async () => {
    await client.end();
    await database.drop();
  });

  function rowsOf(ids: readonly number[], words = "ก"): Buffer[] {
    const rows = new CopyRows(sample);
    for (const id of ids) rows.add({ id, words }, createProvenance()(place));
    return rows.pieces();
  }

  async function held(): Promise<number[]> {
    const { rows } = await client.query<{ id: number }>("SELECT id FROM sample ORDER BY id");
    return rows.map(({ id }) => id);
  }

  it("are carried out in their order, each COPY with its own rows", async () => {
    await sendAll(client, [
      { sql: "BEGIN" },
      copy(target, rowsOf([1, 2])),
      { sql: "DELETE FROM sample WHERE id = 1" },
      copy(target, rowsOf([3])),
      { sql: "SELECT id FROM sample" },
      copy(target, rowsOf([])),
      { sql: "COMMIT" },
    ]);
    expect(await held()).to.deep.equal([2, 3]);
  });

  it("take more rows than a socket holds", async () => {
    const ids = Array.from({ length: 3_000 }, (_, id) => id);
    await sendAll(client, [copy(target, rowsOf(ids, "x".repeat(10_000)))]);
    expect(await held()).to.deep.equal(ids);
  });

  const failing = {
    "a statement before the rows": [{ sql: "SELECT 1 / 0" }, copy(target, rowsOf([1]))],
    "rows that are there already": [copy(target, rowsOf([1, 1])), copy(target, rowsOf([2]))],
    "rows that cannot be read": [copy(target, [Buffer.from("no rows")]), copy(target, rowsOf([2]))],
    "a statement after the rows": [
      copy(target, rowsOf([1])),
      { sql: "SELECT 1 / 0" },
      copy(target, rowsOf([2])),
    ],
    "a statement that is none": [copy(target, rowsOf([1])), { sql: "no statement" }],
  };
  for (const [what, statements] of Object.entries(failing)) {
    it(`leave nothing when one fails: ${what}`, async () => {
      const error = await rejection(sendAll(client, [{ sql: "BEGIN" }, ...statements, { sql: "COMMIT" }]));
      expect(error).to.be.instanceOf(pg.DatabaseError);
      await client.query("ROLLBACK");
      expect(await held()).to.deep.equal([]);
      // The connection has not lost its place in the conversation.
      await sendAll(client, [copy(target, rowsOf([7]))]);
      expect(await held()).to.deep.equal([7]);
    });
  }

  it("fail when the connection is lost on the way", async () => {
    const other = new pg.Client(connectionSettings(database.url, "public"));
    await other.connect();
    other.on("error", () => undefined);
    const { rows } = await other.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const lost = rejection(
      sendAll(other, [{ sql: "BEGIN" }, copy(target, rowsOf([1])), { sql: "SELECT pg_sleep(60)" }]),
    );
    await client.query("SELECT pg_sleep(0.2), pg_terminate_backend($1)", [rows[0]!.pid]);
    expect(await lost).to.be.instanceOf(Error);
    expect(await held()).to.deep.equal([]);
  });
});
