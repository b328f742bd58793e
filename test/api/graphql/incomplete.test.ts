import { expect } from "chai";
import pg from "pg";
import { startApi, type ApiFixture } from "../../support/api.ts";

describe("a mirror that was altered", function () {
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

  it("holds a state that there is not: that is no fault of who asked, and is told by a number only", async () => {
    const { rows } = await client.query<{ code: string; state: number }>(
      "SELECT code, state FROM mirror.project ORDER BY code DESC LIMIT 1",
    );
    const { code, state } = rows[0]!;
    await client.query("UPDATE mirror.project SET state = 99 WHERE code = $1", [code]);
    try {
      const { errors } = await api.ask(`query Unknown { project(code: "${code}") { code state } }`);
      expect(errors!.map(({ extensions }) => extensions.code)).to.deep.equal(["INTERNAL"]);
      expect(JSON.stringify(errors)).not.to.include("ProjectState");
      for (const path of [`/p/${code}`, `/v1/projects/${code}`])
        expect((await fetch(`${api.url}${path}`)).status, path).to.equal(500);
    } finally {
      await client.query("UPDATE mirror.project SET state = $2 WHERE code = $1", [code, state]);
    }
    const wrong = await api.ask('query Wrong { projects(filter: { state: ["NONE"] }) { totalCount } }');
    expect(wrong.errors!.map(({ extensions }) => extensions.code)).to.deep.equal([
      "GRAPHQL_VALIDATION_FAILED",
    ]);
    const missing = await api.ask("query Missing($code: String!) { project(code: $code) { code } }");
    expect(missing.errors!.map(({ extensions }) => extensions.code)).to.deep.equal([
      "GRAPHQL_VALIDATION_FAILED",
    ]);
  });

  it("is said to lack a row where another record names it (MIRROR_INCOMPLETE), and answers the rest", async () => {
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
