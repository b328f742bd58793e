import { expect } from "chai";
import pg from "pg";
import { columnList } from "../../../indexer/store/columns-of.ts";
import { CopyRows, createProvenance } from "../../../indexer/store/copy-rows.ts";
import { connectionSettings } from "../../../indexer/store/pool.ts";
import {
  bool,
  bytes,
  int2,
  int4,
  int8,
  json,
  optional,
  text,
  time,
  uint64,
} from "../../../indexer/store/schema/columns.ts";
import { copy, sendAll } from "../../../indexer/store/statements.ts";
import { createTables } from "../../../indexer/store/schema/ddl.ts";
import { table } from "../../../indexer/store/schema/table.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";

const sample = table({
  name: "sample",
  kind: "appended",
  key: ["small"],
  columns: {
    small: int2,
    middle: int4,
    large: int8,
    amount: uint64,
    moment: time,
    words: text,
    yes: bool,
    raw: bytes,
    tree: optional(json),
  },
});

const place = { block: 9n, txHash: `0x${"ab".repeat(32)}`, logIndex: 3, timestamp: 1_727_712_000n };
const row = {
  small: 1,
  middle: 2,
  large: 3n,
  amount: 4n,
  moment: 5n,
  words: "ก",
  yes: true,
  raw: "0x",
  tree: null as unknown,
};

describe("rows as COPY takes them", function () {
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

  async function written(rows: CopyRows, numbers?: Iterable<number>): Promise<Record<string, unknown>[]> {
    await sendAll(client, [copy(`"sample" (${columnList(sample)})`, rows.pieces(numbers))]);
    return (await client.query<Record<string, unknown>>("SELECT * FROM sample ORDER BY small")).rows;
  }

  /** What PostgreSQL holds of one row that differs from `row` in these columns. */
  async function kept(changes: Partial<typeof row>): Promise<Record<string, unknown>> {
    const rows = new CopyRows(sample);
    rows.add({ ...row, ...changes }, createProvenance()(place));
    const [one] = await written(rows);
    await client.query("TRUNCATE sample");
    return one!;
  }

  it("keeps every kind of value, and where the row comes from", async () => {
    const given = await kept({ raw: "0x00ff10", tree: { a: [1, "ข", null] } });
    expect(given).to.deep.equal({
      ...{ small: 1, middle: 2, large: 3n, amount: 4n, moment: 5n, words: "ก", yes: true },
      ...{ raw: Buffer.from([0, 255, 16]), tree: { a: [1, "ข", null] } },
      ...{ block: 9n, tx_hash: Buffer.alloc(32, 0xab), log_index: 3, timestamp: 1_727_712_000n },
    });
  });

  it("keeps the smallest and the largest numbers", async () => {
    for (const small of [-32_768, 32_767]) expect((await kept({ small })).small).to.equal(small);
    for (const middle of [-(2 ** 31), 2 ** 31 - 1]) expect((await kept({ middle })).middle).to.equal(middle);
    for (const large of [-(2n ** 63n), 2n ** 63n - 1n]) expect((await kept({ large })).large).to.equal(large);
    for (const amount of [0n, 1n, 9_999n, 10_000n, 100_000_000n, 10_000_001n, 2n ** 64n - 1n]) {
      expect((await kept({ amount })).amount).to.equal(amount);
    }
    expect((await kept({ moment: 2n ** 64n - 1n })).moment).to.equal(BigInt(Number.MAX_SAFE_INTEGER));
  });

  it("keeps texts of any kind; what PostgreSQL cannot hold is shown as U+FFFD", async () => {
    for (const words of ["", "tab\t, newline\n, \\N, \\", "โครงการ 🏛", "x".repeat(100_000)]) {
      expect((await kept({ words })).words).to.equal(words);
    }
    expect((await kept({ words: "a\0b\ud800" })).words).to.equal("a\ufffdb\ufffd");
    expect((await kept({ tree: { a: "a\0b" } })).tree).to.deep.equal({ a: "a\ufffdb" });
  });

  it("keeps bytes that are longer than what was reserved, and rows after them", async () => {
    const rows = new CopyRows(sample);
    const provenance = createProvenance();
    for (let small = 0; small < 300; small++) {
      rows.add(
        { ...row, small, raw: `0x${"5a".repeat(small * 37)}` },
        provenance({ ...place, logIndex: small }),
      );
    }
    expect(rows.count).to.equal(300);
    const all = await written(rows);
    expect(all.map(({ small, log_index, raw }) => [small, log_index, (raw as Buffer).length])).to.deep.equal(
      Array.from({ length: 300 }, (_, i) => [i, i, i * 37]),
    );
  });

  it("holds nothing of earlier rows when it was cleared", async () => {
    const rows = new CopyRows(sample);
    for (let small = 0; small < 5; small++) rows.add({ ...row, small }, createProvenance()(place));
    rows.clear();
    expect(rows.count).to.equal(0);
    rows.add({ ...row, small: 7, words: "b" }, createProvenance()(place));
    expect((await written(rows)).map(({ small, words }) => [small, words])).to.deep.equal([[7, "b"]]);
  });

  it("writes only chosen rows when asked to", async () => {
    const rows = new CopyRows(sample);
    for (let small = 0; small < 5; small++) rows.add({ ...row, small }, createProvenance()(place));
    expect((await written(rows, [0, 3, 4])).map(({ small }) => small)).to.deep.equal([0, 3, 4]);
  });
});
