import { expect } from "chai";
import pg from "pg";
import { startApi, type ApiFixture } from "../../support/api.ts";

describe("a mirror that has lost a row", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  let client: pg.Client;
  // A mirror of its own: this test alters it.
  before(async () => {
    api = await startApi();
    client = new pg.Client({ connectionString: api.mirror.database.url });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await api.stop();
  });

  it("is said to lack it where another record names it (MIRROR_INCOMPLETE), and answers the rest", async () => {
    const { rows } = await client.query<{ agency: number }>(
      "SELECT agency FROM mirror.project ORDER BY code LIMIT 1",
    );
    const { agency } = rows[0]!;
    const page = "projects(first: 50) { nodes { code agency { code } } }";
    expect((await api.ask(`query Before { ${page} }`)).errors).to.equal(undefined);
    await client.query("DELETE FROM mirror.agency WHERE code = $1", [agency]);
    const { data, errors } = await api.ask(`query After { agencies { totalCount } ${page} }`);
    expect(data).to.equal(null);
    expect(errors![0]!.extensions).to.include({ code: "MIRROR_INCOMPLETE" });
    expect(JSON.stringify(errors))
      .to.include(`"agency":${agency}`)
      .and.to.match(/npm run verify/);
    const rest = await api.ask<{ projects: { totalCount: number } }>(
      "query Rest { projects { totalCount } }",
    );
    expect(rest.errors).to.equal(undefined);
    expect(rest.data!.projects.totalCount).to.be.greaterThan(0);
  });
});
