import { expect } from "chai";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createDatabase } from "../../support/postgres.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { runningApi } from "../support/running.ts";
import { get, json } from "./support/get.ts";
import type { ProblemBody } from "./support/get.ts";

const problem = (path: string, status = 400, headers = {}) => json<ProblemBody>(path, status, headers);

async function post(
  body: BodyInit,
  type = "application/json",
  headers: Record<string, string> = {},
): Promise<{ status: number; body: ProblemBody }> {
  const { url } = await runningApi();
  const response = await fetch(`${url}/v1/transactions`, {
    method: "POST",
    headers: { "Content-Type": type, "Accept-Language": "en", ...headers },
    body,
  });
  return { status: response.status, body: (await response.json()) as ProblemBody };
}

describe("what REST refuses", function () {
  this.timeout(60_000);

  for (const [path, code, details] of [
    ["/v1/lines?limit=1001", "PAGE_SIZE", { limit: 1000, value: 1001 }],
    ["/v1/lines?limit=0", "PAGE_SIZE", { limit: 1000, value: 0 }],
    ["/v1/lines?colour=red", "PARAMETER_UNKNOWN", { name: "colour" }],
    ["/v1/lines?agency=ninety", "PARAMETER_MALFORMED", { name: "agency", value: "ninety" }],
    ["/v1/lines?agency=99999999999", "PARAMETER_MALFORMED", { name: "agency", value: "99999999999" }],
    ["/v1/lines?limit=1&limit=2", "PARAMETER_REPEATED", { name: "limit" }],
    ["/v1/commitments?state=HAPPY", "PARAMETER_MALFORMED", { name: "state", value: "HAPPY" }],
    ["/v1/projects?minApproved=1.5", "PARAMETER_MALFORMED", { name: "minApproved", value: "1.5" }],
    ["/v1/projects?query=a%00b", "PARAMETER_MALFORMED", { name: "query" }],
    ["/v1/projects?query=%ff", "URL_MALFORMED", {}],
    ["/v1/agencies/%c3%28", "URL_MALFORMED", {}],
    ["/v1/lines?after=bm90IG91cnM", "CURSOR_MALFORMED", {}],
    ["/v1/lines?asOfBlock=99999999", "AS_OF_UNAVAILABLE", { value: 99_999_999, first: 0 }],
    ["/v1/lines?asOfBlock=-1", "AS_OF_UNAVAILABLE", { value: -1 }],
    ["/v1/projects/TH-2568-91001-000001-59", "PROJECT_CODE_CHECKSUM", {}],
    [
      `/v1/lines?${"agency=1&".repeat(101)}`,
      "PARAMETER_TOO_MANY",
      { name: "agency", limit: 100, value: 101 },
    ],
  ] as const) {
    it(`${path.slice(0, 60)} (${code})`, async () => {
      const found = await problem(path);
      expect(found).to.include({ code, status: 400, type: `/api#${code}` });
      expect(found.details).to.deep.include(details);
      for (const part of [found.title, found.detail, found.mend])
        expect(part).to.be.a("string").and.not.empty;
    });
  }

  it("an address that is not there, or leads nowhere on the ledger", async () => {
    expect(await problem("/v1/nothing", 404)).to.include({ code: "ROUTE_UNKNOWN" });
    expect(await problem("/v1/lines/", 404)).to.include({ code: "ROUTE_UNKNOWN" });
    expect(await problem("/v1/lines/999", 404)).to.include({ code: "NOT_FOUND" });
    expect(await problem("/v1/lines/999.csv", 404)).to.include({ code: "NOT_FOUND" });
    expect(await problem("/v1/import-batches/9/quarantine.ndjson", 404)).to.include({ code: "NOT_FOUND" });
  });

  it("every list and file of a service that is not on the ledger", async () => {
    const service = "/v1/services/th.go.nobody";
    const addresses = ["", "/anchors", "/activity", "/promises", "/actions", "/actions/0"];
    const files = ["/actions.csv", "/actions.ndjson", "/actions.ndjson/manifest", "/log.ndjson"];
    for (const address of [...addresses, ...files])
      expect(await problem(service + address, 404), address).to.include({ code: "NOT_FOUND" });
    const before = "/v1/services/th.go.sathit-city.sign-tax/actions?asOfBlock=1";
    expect(await problem(before, 404)).to.include({ code: "NOT_FOUND" });
  });

  it("a method that the address does not take, naming those that it takes", async () => {
    const { url } = await runningApi();
    const response = await fetch(`${url}/v1/lines`, { method: "DELETE" });
    expect(response.status).to.equal(405);
    expect(response.headers.get("Allow")).to.equal("GET, HEAD");
  });

  it("an address longer than 8,000 characters", async () => {
    const found = await problem(`/v1/projects?query=${"a".repeat(8_001)}`, 414);
    expect(found).to.include({ code: "URL_TOO_LONG" });
    expect(found.details).to.deep.include({ limit: 8_000 });
  });

  it("bodies that are too large, malformed or of another kind", async () => {
    const large = await post(JSON.stringify({ signed: `0x${"00".repeat(60_000)}` }));
    expect(large.status).to.equal(413);
    expect(large.body).to.deep.include({ code: "BODY_TOO_LARGE", details: { limit: 100_000 } });
    expect((await post("{")).body.code).to.equal("BODY_MALFORMED");
    expect((await post('["0x00"]')).body.code).to.equal("BODY_MALFORMED");
    expect((await post('{"signed":7}')).body.code).to.equal("BODY_MALFORMED");
    expect((await post('{"signed":"0x0"}')).body.code).to.equal("PARAMETER_MALFORMED");
    expect((await post('{"signed":"0x00","extra":1}')).body.code).to.equal("PARAMETER_UNKNOWN");
    const text = await post("signed=0x00", "application/x-www-form-urlencoded");
    expect([text.status, text.body.code]).to.deep.equal([415, "CONTENT_TYPE"]);
    const packed = await post('{"signed":"0x00"}', "application/json", { "Content-Encoding": "compress" });
    expect([packed.status, packed.body.code]).to.deep.equal([415, "CONTENT_ENCODING"]);
    expect(packed.body.details).to.deep.equal({ given: "compress" });
  });

  it("in the reader's language, Thai unless another is asked for", async () => {
    const thai = await problem("/v1/lines?limit=0", 400, { "Accept-Language": "*" });
    expect(thai.title).to.match(/[ก-๙]/);
    const english = await problem("/v1/lines?limit=0", 400, { "Accept-Language": "fr, en;q=0.5" });
    expect(english.title).to.equal("A page of 0 cannot be given.");
    const byAddress = await get("/v1/lines?limit=0&lang=th");
    expect(byAddress.headers.get("Content-Language")).to.equal("th");
    expect(byAddress.headers.get("Content-Type")).to.match(/^application\/problem\+json/);
  });

  it("more requests of one client than agreed, and says when to come again", async () => {
    const { mirror } = await runningApi();
    const api = await startApi({ mirror, env: { REQUESTS_PER_MINUTE: "12" } });
    try {
      const ask = (path: string) => fetch(api.url + path, { headers: { "Accept-Language": "en" } });
      const export_ = await ask("/v1/lines.csv");
      expect(export_.status, "an export costs ten").to.equal(200);
      await export_.text();
      expect([(await ask("/v1/meta")).status, (await ask("/v1/meta")).status]).to.deep.equal([200, 200]);
      const refused = await ask("/v1/meta");
      expect(refused.status).to.equal(429);
      expect(Number(refused.headers.get("Retry-After"))).to.be.within(1, 60);
      expect(((await refused.json()) as ProblemBody).details).to.deep.include({ limit: 12 });
      expect((await ask("/health")).status, "who watches is always answered").to.equal(200);
    } finally {
      await api.stop();
    }
  });
});

describe("health, readiness and metrics", function () {
  this.timeout(60_000);

  it("are alive and ready at the head", async () => {
    expect(await json("/health")).to.deep.equal({ status: "alive" });
    const { meta } = await json("/v1/journals");
    expect(await json("/ready")).to.deep.include({ status: "ready", reason: null, block: meta.block });
  });

  it("are not ready before there is an index, and say why", async () => {
    const { mirror } = await runningApi();
    const empty = await createDatabase();
    const api = await startApi({ mirror, env: { DATABASE_URL: empty.url } });
    try {
      const response = await fetch(`${api.url}/ready`);
      expect(response.status).to.equal(503);
      expect(await response.json()).to.deep.include({ status: "not ready", reason: "INDEX_ABSENT" });
      expect((await fetch(`${api.url}/health`)).status).to.equal(200);
      const read = await fetch(`${api.url}/v1/lines`);
      expect(read.status).to.equal(503);
      expect(read.headers.get("Retry-After")).to.equal("5");
      expect(((await read.json()) as ProblemBody).code).to.equal("MIRROR_UNAVAILABLE");
    } finally {
      await api.stop();
      await empty.drop();
    }
  });

  it("are not ready when the indexer is dead: nobody would notice what happens on the chain", async () => {
    const own = await startApi();
    try {
      const ready = async () => await (await fetch(`${own.url}/ready`)).json();
      expect(await ready()).to.include({ status: "ready" });
      const gone = once(own.mirror.indexer.child, "exit");
      own.mirror.indexer.child.kill("SIGKILL");
      await gone;
      // The server looks every half second whether the dead one's connection still lives.
      for (let i = 0; i < 50 && ((await ready()) as { reason: string | null }).reason === null; i++)
        await sleep(100);
      expect(await ready()).to.include({ status: "not ready", reason: "INDEX_NOT_RUNNING" });
    } finally {
      await own.stop();
    }
  });

  describe("while the mirror cannot be read, or not be written", () => {
    let own: ApiFixture;
    let client: pg.Client;

    before(async () => {
      own = await startApi();
      client = new pg.Client({ connectionString: own.mirror.database.url });
      await client.connect();
    });
    after(async () => {
      await client.end();
      await own.stop();
    });

    /** What /ready says as soon as it says this reason, or after twenty seconds. */
    async function becomes(reason: string | null): Promise<object> {
      for (let i = 0; ; i++) {
        const response = await fetch(`${own.url}/ready`);
        const answer = (await response.json()) as { reason: string | null };
        if (answer.reason === reason || i === 200) return { ...answer, http: response.status };
        await sleep(100);
      }
    }

    it("are not ready when somebody dropped it, and ready when it was built anew", async () => {
      expect(await becomes(null)).to.include({ http: 200 });
      own.mirror.indexer.child.kill("SIGSTOP");
      await client.query("DROP SCHEMA mirror CASCADE");
      expect(await becomes("INDEX_ABSENT")).to.include({ http: 503, reason: "INDEX_ABSENT" });
      own.mirror.indexer.child.kill("SIGCONT");
      expect(await becomes(null)).to.include({ http: 200, reason: null });
    });

    it("are not ready while documents are read again and again without success", async () => {
      await client.query(
        `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`,
      );
      await client.query("UPDATE mirror.brief SET state = 'pending'");
      await client.query(
        "CREATE TRIGGER refuse BEFORE UPDATE ON mirror.brief FOR EACH ROW EXECUTE FUNCTION refuse()",
      );
      expect(await becomes("INDEX_FAILED")).to.include({ http: 503, reason: "INDEX_FAILED" });
      await client.query("DROP TRIGGER refuse ON mirror.brief");
      expect(await becomes(null)).to.include({ http: 200, reason: null });
    });
  });

  it("count requests by route, never by what clients invent", async () => {
    await get("/v1/lines/1");
    await get("/v1/invented-by-a-client");
    const { text, headers } = await get("/metrics");
    expect(headers.get("Content-Type")).to.match(/^text\/plain; version=0\.0\.4/);
    expect(text).to.match(
      /prongsai_http_requests_total\{method="GET",route="\/v1\/lines\/\{lineId\}",status="200"\} \d+/,
    );
    expect(text).to.match(/prongsai_http_requests_total\{method="GET",route="other",status="404"\} \d+/);
    expect(text).not.to.contain("invented");
    expect(text).to.match(/prongsai_index_lag_blocks 0/);
    expect(text).to.match(/prongsai_database_connections \d+/);
    expect(text).to.match(/prongsai_http_request_seconds_bucket/);
  });
});
