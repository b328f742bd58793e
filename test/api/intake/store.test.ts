import { expect } from "chai";
import pg from "pg";
import { prepareStore } from "../../../api/intake/store/prepare.ts";
import { createDatabase, type TestDatabase } from "../../support/postgres.ts";

describe("the intake's tables", function () {
  this.timeout(60_000);
  let database: TestDatabase;
  before(async () => void (database = await createDatabase()));
  after(() => database.drop());

  async function connected<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  it("are made once, by whoever comes first, and stay", async () => {
    await Promise.all([1, 2, 3].map(() => connected(prepareStore)));
    const insert = `INSERT INTO intake.log (log, deployment, service, name, size, root, deadline)
      VALUES (1, '\\x00', '\\x01', 'th.go.example', 0, '\\x02', 0)`;
    await connected((client) => client.query(insert));
    await connected(prepareStore);
    const { rows } = await connected((client) => client.query("SELECT name FROM intake.log"));
    expect(rows).to.deep.equal([{ name: "th.go.example" }]);
  });

  it("are refused when a newer program made them", async () => {
    await connected((client) => client.query("UPDATE intake.version SET version = version + 1"));
    const error = await connected(prepareStore).catch((refusal: unknown) => refusal);
    expect(error).to.include({ code: "LOG_INTAKE_STORE_NEWER" });
  });
});
