import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { readingIndexesSql, creation, printedSchema } from "../../indexer/store/schema/print.ts";
import { createDatabase } from "../support/postgres.ts";

describe("the mirror's schema", function () {
  this.timeout(60_000);

  it("is printed as it is", () => {
    const file = join(import.meta.dirname, "../../indexer/store/schema.sql");
    expect(readFileSync(file, "utf8"), "run node scripts/build/schema.ts").to.equal(printedSchema());
  });

  it("can be made in PostgreSQL, with every index", async () => {
    const { url, drop } = await createDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(creation());
      await client.query(readingIndexesSql());
      const { rows } = await client.query("SELECT * FROM appropriation_line_as_of(5)");
      expect(rows).to.deep.equal([]);
    } finally {
      await client.end();
      await drop();
    }
  });
});
