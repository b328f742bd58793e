import { expect } from "chai";
import { readFileSync } from "node:fs";
import pg from "pg";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import type { Site } from "../../../api/pages/site.ts";
import { webFolder } from "../../../scripts/build/web.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { whileHeld } from "../../api/support/held.ts";
import { getPage } from "./support/get-page.ts";

const CODE = "TH-2568-91001-000001-58";

describe("pages: when they cannot be made", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  before(async () => (api = await startApi()));
  after(() => api?.stop());

  for (const [prefix, words] of [
    ["", "เกิดข้อผิดพลาดภายในระบบ"],
    ["/en", "Something went wrong on this server."],
  ] as const) {
    it(`500 in words with a code and a number, and the whole story only in the log (${prefix || "/"})`, async () => {
      // The language before asked for the same data, and they are remembered.
      await api.restart();
      const client = new pg.Client({ connectionString: api.mirror.database.url });
      await client.connect();
      try {
        await client.query("ALTER TABLE mirror.milestone RENAME COLUMN due_at TO gone");
        const { status, html, text, headers, title } = await getPage(api, `${prefix}/p/${CODE}`);
        expect(status).to.equal(500);
        expect(title).to.include(words);
        expect(text)
          .to.include("INTERNAL")
          .and.include("เกิดข้อผิดพลาดภายในระบบ")
          .and.include("Something went wrong");
        const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)![0];
        expect(readFileSync(api.log, "utf8")).to.include(id);
        expect(html).not.to.match(/due_at|column|milestone|\bat .*:\d+:\d+|node_modules|<script/i);
        expect(headers.get("cache-control")).to.equal("no-store");
        expect(headers.get("etag")).to.equal(null);
        expect((await getPage(api, `${prefix}/about`)).status, "others are as ever").to.equal(200);
      } finally {
        await client.query("ALTER TABLE mirror.milestone RENAME COLUMN gone TO due_at");
        await client.end();
      }
      expect((await getPage(api, `${prefix}/p/${CODE}`)).status, "and it is not remembered").to.equal(200);
    });
  }

  it("503 with when to come back, when the database does not answer in time", async () => {
    await whileHeld(api, "import_batch", async () => {
      const { status, text, headers } = await getPage(api, "/en/imports");
      expect(status).to.equal(503);
      expect(text).to.include("TOO_SLOW");
      expect(Number(headers.get("retry-after"))).to.be.greaterThan(0);
    });
  });

  it("many who ask for the same page at once are answered by making it once", async () => {
    await whileHeld(api, "import_batch", async ({ waited }) => {
      const left = new AbortController();
      const asking = Array.from({ length: 20 }, () =>
        fetch(`${api.url}/imports`, { headers: { accept: "text/html" }, signal: left.signal }),
      );
      await waited("SELECT b.*", 1);
      left.abort();
      await Promise.allSettled(asking);
      // Nobody waits any more: neither does the database.
      await waited("SELECT b.*", 0);
    });
    expect((await getPage(api, "/imports")).status).to.equal(200);
  });

  it("a component that fails fails the page, not a part of it in silence", async () => {
    const folder = webFolder();
    const read = (file: string) => readFileSync(join(folder, file), "utf8");
    const { "server/site.ts": entry } = JSON.parse(read(".server/.vite/manifest.json")) as Record<
      string,
      { file: string }
    >;
    const built = (await import(pathToFileURL(join(folder, ".server", entry!.file)).href)) as {
      Site: { open(template: string, manifest: unknown): Promise<Site> };
    };
    const site = await built.Site.open(read("index.html"), JSON.parse(read(".vite/manifest.json")));
    const made = site.page({ path: "/", search: "", origin: "http://x", ask: async () => ({ data: {} }) });
    expect(
      await made.then(
        () => null,
        (error: unknown) => error,
      ),
    ).to.be.instanceOf(TypeError);
  });
});
