import { expect } from "chai";
import { gunzipSync } from "node:zlib";
import { get as httpGet, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { AnswerCache } from "../../../api/server/answer-cache.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { rename } from "../support/renaming.ts";

async function pieces(stream: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const piece of stream) all.push(piece);
  return all;
}

const answer = (text: string) => ({ body: Buffer.from(text) });

describe("answers kept in memory", () => {
  it("are those of one state of the index only", () => {
    const cache = new AnswerCache(10_000_000);
    cache.set("1", "q", answer("old"));
    expect(cache.get("1", "q")?.body.toString()).to.equal("old");
    expect(cache.get("2", "q")).to.equal(undefined);
    expect(cache.get("1", "q"), "forgotten for good").to.equal(undefined);
  });

  it("stay within their bound, and those asked for most lately stay", () => {
    const cache = new AnswerCache(1_000_000);
    for (let i = 0; i < 2_000; i++) {
      cache.set("1", `q${i}`, answer("x".repeat(1_000)));
      cache.get("1", "q0");
    }
    const kept = Array.from({ length: 2_000 }, (_, i) => i).filter((i) => cache.get("1", `q${i}`));
    expect(kept.length).to.be.within(500, 1_000);
    expect(kept).to.include(0).and.to.include(1_999).and.not.to.include(1);
  });

  it("do not hold one that would push out all others", () => {
    const cache = new AnswerCache(1_000_000);
    cache.set("1", "q", answer("x".repeat(100_000)));
    expect(cache.get("1", "q")).to.equal(undefined);
  });
});

describe("answering questions", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  before(async () => void (api = await startApi()));
  after(() => api.stop());

  const AGENCY = `{ _meta { block head } agency(code: 91001) { nameEn } }`;
  interface Answered {
    data: { _meta: { block: number }; agency: { nameEn: string } };
    extensions: { _meta: { block: number; head: number; deployment: string; chainId: number } };
  }
  const ask = async (query: string, variables?: object) =>
    (await api.ask(query, variables)) as unknown as Answered;
  const address = (query: string) => `${api.url}/graphql?query=${encodeURIComponent(query)}`;

  const renamed = (nameEn: string) => rename(api.mirror.demo, nameEn);

  /** Until the API has heard that the index moved on. */
  async function standsAt(block: number): Promise<void> {
    for (;;) if ((await ask("{ _meta { block } }")).data._meta.block >= block) return;
  }

  it("tells with every answer what it stands on, also when it is a mutation or fails", async () => {
    const { data, extensions } = await ask(AGENCY);
    expect(extensions._meta.block).to.equal(data._meta.block);
    expect(extensions._meta.chainId).to.equal(31_337);
    expect(extensions._meta.deployment).to.match(/^0x[0-9a-f]{64}$/);
    const failed = await ask("{ projects(first: 0) { nodes { code } } }");
    expect(failed.extensions._meta.block).to.equal(data._meta.block);
    const mutation = (await api.ask(`mutation { submitTransaction(signed: "0x00") { block } }`)) as never;
    expect((mutation as Answered).extensions._meta.block).to.equal(data._meta.block);
  });

  it("gives the same answer from memory, and another one as soon as the index moves on", async () => {
    const first = await ask(AGENCY);
    expect(await ask(AGENCY)).to.deep.equal(first);
    for (const name of ["Renamed once", "Renamed twice"]) {
      await standsAt(await renamed(name));
      expect((await ask(AGENCY)).data.agency.nameEn).to.equal(name);
      expect((await ask(AGENCY)).data.agency.nameEn).to.equal(name);
    }
  });

  it("tells questions apart by variables and by the operation named", async () => {
    const query = `query A($code: Int!) { agency(code: $code) { code } } query B { _meta { block } }`;
    const post = async (body: object) => {
      const response = await fetch(`${api.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return ((await response.json()) as { data: Record<string, { code?: number }> }).data;
    };
    for (const code of [91001, 91002, 91001])
      expect(await post({ query, operationName: "A", variables: { code } })).to.have.nested.property(
        "agency.code",
        code,
      );
    expect(await post({ query, operationName: "B" })).to.have.property("_meta");
  });

  it("answers 304 to who asks by address and has the answer, until the index moves on", async () => {
    const first = await fetch(address(AGENCY));
    const tag = first.headers.get("etag")!;
    await first.arrayBuffer();
    const headers = { "if-none-match": tag };
    expect((await fetch(address(AGENCY), { headers })).status).to.equal(304);
    await standsAt(await renamed("Renamed again"));
    const later = await fetch(address(AGENCY), { headers });
    expect(later.status).to.equal(200);
    expect(((await later.json()) as Answered).data.agency.nameEn).to.equal("Renamed again");
  });

  it("compresses for those who take it, the first time and from memory", async () => {
    const query = "{ reportedProjects(first: 50) { nodes { title agencyName budget } } }";
    const plain = await (await fetch(address(query), { headers: { "accept-encoding": "identity" } })).text();
    for (let i = 0; i < 3; i++) {
      const request = httpGet(address(query), { headers: { "accept-encoding": "gzip" } });
      const [response] = (await once(request, "response")) as [IncomingMessage];
      expect(response.headers["content-encoding"]).to.equal("gzip");
      const bytes = Buffer.concat(await pieces(response as AsyncIterable<Buffer>));
      expect(bytes.length).to.be.below(plain.length / 2);
      expect(gunzipSync(bytes).toString()).to.equal(plain);
    }
  });

  it("answers in the media type that is asked for", async () => {
    for (const [accept, type] of [
      ["application/json", "application/json"],
      ["application/graphql-response+json, application/json", "application/graphql-response+json"],
      ["*/*", "application/json"],
    ] as const) {
      const response = await fetch(address(AGENCY), { headers: { accept } });
      expect(response.headers.get("content-type")).to.equal(`${type}; charset=utf-8`);
      expect(((await response.json()) as Answered).data.agency).to.be.an("object");
    }
  });

  it("answers errors of reading with the same code and texts, and keeps none in memory", async () => {
    const bad = await fetch(address(`{ project(code: "TH-2568-91001-000001-59") { code } }`));
    expect(bad.status).to.equal(200);
    expect(bad.headers.get("cache-control")).to.equal("no-store");
    expect(bad.headers.get("etag")).to.equal(null);
    const { errors } = (await bad.json()) as { errors: { path: string[]; extensions: object }[] };
    expect(errors[0]).to.deep.include({ path: ["project"] });
    expect(errors[0]!.extensions).to.have.property("code", "PROJECT_CODE_CHECKSUM");
    expect(errors[0]!.extensions).to.have.nested.property("texts.th.what");
  });
});
