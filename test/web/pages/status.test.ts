import { expect } from "chai";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { rename } from "../../api/support/renaming.ts";
import { attributes, getPage } from "./support/get-page.ts";

const CODE = "TH-2568-91001-000001-58";
const HASH = `0x${"ab".repeat(32)}`;

describe("pages: status", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  before(async () => (api = await startApi()));
  after(() => api?.stop());

  for (const path of [
    "/nothing",
    "/p/TH-2568-91001-999999-00",
    "/p/TH-2568-91001-000001-59",
    "/p/x",
    "/agency/4",
    "/agency/x",
    "/reported/1",
    "/reported/egp:1",
    "/flags/no-such-rule",
    "/imports/99",
    "/block/999999999",
    "/block/-1",
    `/tx/${HASH}`,
    "/tx/0x1",
    "/services/th.go.none",
    "/services/th.go.police.chatbot/99999999",
    "/services/th.go.police.chatbot/x",
    "/services/th.go.none/0",
    "/p/a/b",
    "/wp-login.php",
  ]) {
    it(`404 for ${path}, said in both languages`, async () => {
      for (const [prefix, texts, other] of [
        ["", th, "en"],
        ["/en", en, "th"],
      ] as const) {
        const { status, text, html, headers } = await getPage(api, prefix + path);
        expect(status).to.equal(404);
        expect(text).to.include(texts.states.notFoundText);
        expect(attributes(html, "p", "lang")).to.deep.equal([other]);
        expect(attributes(html, "input", "name"), "a way on").to.include("q");
        expect(headers.get("etag")).to.equal(null);
      }
    });
  }

  it("404 with a problem for who asks for JSON", async () => {
    const response = await fetch(`${api.url}/nothing`, { headers: { accept: "application/json" } });
    expect(response.status).to.equal(404);
    expect(((await response.json()) as { code: string }).code).to.equal("ROUTE_UNKNOWN");
  });

  for (const [typed, right] of [
    ["/projects/", "/projects"],
    ["//projects", "/projects"],
    ["/en/", "/en"],
    ["/th/projects", "/projects"],
    ["/index.html", "/"],
    ["/p/th-2568-91001-000001-58", `/p/${CODE}`],
    ["/en/p/TH256891001000001%2058", `/en/p/${CODE}`],
    [`/p/${encodeURIComponent("TH-๒๕๖๘-๙๑๐๐๑-๐๐๐๐๐๑-๕๘")}`, `/p/${CODE}`],
    ["/agency/091001", "/agency/91001"],
    [`/block/${encodeURIComponent("๑๒")}?x=1`, "/block/12?x=1"],
    [`/tx/0x${"AB".repeat(32)}`, `/tx/${HASH}`],
    ["/services/TH.GO.Police.Chatbot", "/services/th.go.police.chatbot"],
    ["//evil.example/p", "/evil.example/p"],
    ["/%2F%2Fevil.example/", "/%2F%2Fevil.example"],
    ["/%5Cevil.example/", "/%5Cevil.example"],
  ] as const) {
    it(`301 from ${typed}`, async () => {
      const { status, headers } = await getPage(api, typed);
      expect([status, headers.get("location")]).to.deep.equal([301, right]);
    });
  }

  it("400 for an address that cannot be read, in words", async () => {
    const { status, text } = await getPage(api, "/p/%E0%A4");
    expect(status).to.equal(400);
    expect(text).to.include("URL_MALFORMED");
  });

  for (const [address, beginning] of [
    ["/en/reported?year=2568&after=nonsense", "/en/reported?year=2568"],
    ["/en/agency/91001?events=nonsense&flags=bm90IG91cnM", "/en/agency/91001"],
    ["/en/flags?after=%2F%2Fevil.example", "/en/flags"],
  ] as const) {
    it(`400 for a place in a list that is none, ${address}, with the way to the beginning`, async () => {
      const { status, text, html } = await getPage(api, address);
      expect(status).to.equal(400);
      expect(text).to.include("CURSOR_MALFORMED").and.include(en.states.placeLostTitle);
      const links = [...html.matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g)];
      const [, href] = links.find(([, , words]) => words === en.states.placeLostLink) ?? [];
      expect(href).to.equal(beginning);
      expect((await getPage(api, beginning)).status).to.equal(200);
    });
  }

  it("200 for an address whose place in a list was left empty: the list begins there", async () => {
    for (const address of ["/en/reported?after=", "/en/agency/91001?events=&officers="]) {
      const { status, text } = await getPage(api, address);
      expect(status).to.equal(200);
      expect(text).to.not.include("CURSOR_MALFORMED");
    }
  });

  it("414 and 429 in words", async () => {
    const long = await getPage(api, `/search?q=${"x".repeat(9_000)}`);
    expect([long.status, long.language]).to.deep.equal([414, "th"]);
    expect(long.text).to.include("URL_TOO_LONG");
    const limited = await startApi({ mirror: api.mirror, env: { REQUESTS_PER_MINUTE: "3" } });
    try {
      const answers = await Promise.all(Array.from({ length: 5 }, () => getPage(limited, "/en/about")));
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 200, 200, 429, 429]);
      const refused = answers.find(({ status }) => status === 429)!;
      expect(refused.text).to.include("RATE_LIMITED");
      expect(refused.language).to.equal("en");
      expect(Number(refused.headers.get("retry-after"))).to.be.within(1, 60);
    } finally {
      await limited.stop();
    }
  });

  it("304 until the ledger goes on, then the page with what is new", async () => {
    const address = "/en/agency/91001";
    const first = await getPage(api, address);
    const etag = first.headers.get("etag")!;
    expect(first.headers.get("cache-control")).to.equal("public, no-cache");
    expect((await getPage(api, address, { "if-none-match": etag })).status).to.equal(304);
    const other = await getPage(api, "/agency/91001", { "if-none-match": etag });
    expect(other.status, "the tag of another page").to.equal(200);
    const block = await rename(api.mirror.demo, "Renamed for the test of pages");
    await api.mirror.reaches(block);
    let second = await getPage(api, address, { "if-none-match": etag });
    for (let i = 0; i < 100 && second.status === 304; i++)
      second = await getPage(api, address, { "if-none-match": etag });
    expect(second.status).to.equal(200);
    expect(second.text).to.include("Renamed for the test of pages");
    expect(second.headers.get("etag")).not.to.equal(etag);
  });

  it("HEAD says the same and sends nothing", async () => {
    const headers = { accept: "text/html", "accept-encoding": "identity" };
    const got = await fetch(`${api.url}/about`, { headers });
    const head = await fetch(`${api.url}/about`, { method: "HEAD", headers });
    expect(head.status).to.equal(200);
    expect(head.headers.get("etag")).to.equal(got.headers.get("etag"));
    expect(head.headers.get("content-length")).to.equal(got.headers.get("content-length"));
    expect(await head.text()).to.equal("");
  });
});
