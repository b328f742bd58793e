import { expect } from "chai";
import { request } from "node:http";
import { th } from "../../../web/i18n/th/index.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { reader } from "./support/browser.ts";
import { getPage } from "./support/get-page.ts";
import { publish } from "./support/publish.ts";

const HOSTILE = [
  `</script><script>window.hacked = 1</script>`,
  `"><img src=x onerror="window.hacked = 1">`,
  `สอง\u2028บรรทัด\u2029สาม`,
  `<!-- --><!--$--><!--page--> $& $1 $\` {{code}} &lt;b&gt;`,
  `'-alert(1)-' javascript:alert(1)`,
];
const AGENCY = `เทศบาล</title><script>window.hacked = 1</script>`;

/** Titles that would turn or imitate the text around them, and how they may be shown. */
const TRICKS: [title: string, shown: string][] = [
  ["ซื้อ\u202Eทาบ 000,1 าคาร", "ซื้อ⟨U+202E⟩ทาบ 000,1 าคาร"],
  ["จ้าง\u2067เหมา\u2066 ก\u200F", "จ้าง⟨U+2067⟩เหมา⟨U+2066⟩ ก⟨U+200F⟩"],
  ["ถนน\u2060ลาด\uFEFFยาง", "ถนน⟨U+2060⟩ลาด⟨U+FEFF⟩ยาง"],
];
const TRICK = /[\p{Cc}\p{Cf}]/u;
/** Right to left by its letters alone. */
const HEBREW = "עירייה";

const FIELDS = ["ซื้อ", AGENCY, "90000", "90000", "88000", "2568", "12 มี.ค. 68", "น่าน"];

describe("pages: words of others", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  let published: { reportedId: string; title: string }[];
  before(async () => {
    api = await startApi();
    const rows = HOSTILE.map((title, i) => [`6809000000${i}`, title, ...FIELDS]);
    rows.push(...TRICKS.map(([title], i) => [`6809000001${i}`, title, ...FIELDS]));
    rows.push([
      "68090000029",
      `${HEBREW} 1`,
      "ซื้อ",
      HEBREW,
      "90000",
      "90000",
      "88000",
      "2568",
      "12 มี.ค. 68",
      "น่าน",
    ]);
    const { batchId } = await publish(api, rows, { source_name: HOSTILE[0]! });
    const query = `query ($batch: [Int!]) {
      reportedProjects(filter: { importBatch: $batch }) { nodes { reportedId title } } }`;
    const { data } = await api.ask<{ reportedProjects: { nodes: typeof published } }>(query, {
      batch: [batchId],
    });
    published = data!.reportedProjects.nodes;
  });
  after(() => api?.stop());

  const scriptsOf = (html: string) => [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag);

  /** Opens it with script: nothing of the words may run, and the page must be taken over. */
  async function open(path: string): Promise<{ heading: string; text: string }> {
    const { page, context, complaints } = await reader(api.url);
    await page.goto(path);
    await page.locator("button.script-only:enabled").first().waitFor({ state: "attached" });
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => "hacked" in window)).to.equal(false);
    expect(await page.locator("img").count(), "no element of theirs").to.equal(0);
    expect(complaints.filter((text) => !/status of 404/.test(text))).to.deep.equal([]);
    const heading = (await page.locator("h1").textContent())!;
    const text = (await page.locator("main").textContent())!;
    await context.close();
    return { heading, text };
  }

  it("are published as they are written", () => {
    const written = [...HOSTILE, ...TRICKS.map(([title]) => title), `${HEBREW} 1`];
    expect(published.map(({ title }) => title).sort()).to.deep.equal(written.sort());
  });

  for (const [i, title] of HOSTILE.entries()) {
    it(`stand on a page as words only: title ${i + 1}`, async () => {
      const path = `/reported/${published.find((one) => one.title === title)!.reportedId}`;
      const page = await getPage(api, path);
      expect(scriptsOf(page.html)).to.have.lengthOf(2);
      expect(page.html).not.to.match(/[\u2028\u2029](?=[^<]*<\/script>)/);
      const { heading } = await open(path);
      expect(heading).to.include(title);
    });
  }

  it("stand so in lists, filters, searches and addresses", async () => {
    const typed = encodeURIComponent(HOSTILE[0]!);
    for (const path of [
      `/reported?agency=${encodeURIComponent(AGENCY)}`,
      `/reported?q=${typed}&min=${typed}&province=${typed}`,
      `/search?q=${typed}`,
      `/verify?code=${typed}`,
      `/p/${typed.replaceAll("%2F", "")}`,
      "/imports",
    ]) {
      const { html } = await getPage(api, path);
      expect(scriptsOf(html), path).to.have.lengthOf(2);
      await open(path);
    }
    const { text } = await open(`/reported?agency=${encodeURIComponent(AGENCY)}`);
    for (const title of HOSTILE) expect(text).to.include(title);
  });

  const pathOf = (title: string) => `/reported/${published.find((one) => one.title === title)!.reportedId}`;
  const listed = `/reported?${new URLSearchParams({ agency: AGENCY })}`;

  for (const javaScriptEnabled of [true, false]) {
    it(`that hide controls of direction show them, and turn nothing ${javaScriptEnabled ? "with" : "without"} script`, async () => {
      const { page, context } = await reader(api.url, { javaScriptEnabled });
      const look = async (path: string) => {
        await page.goto(path, { waitUntil: "networkidle" });
        const text = await page.locator("body").evaluate((body: HTMLElement) => body.innerText);
        const options = await page.locator("option").allTextContents();
        for (const said of [text.replaceAll(/[\t\n\r\u200B]/g, ""), await page.title(), ...options])
          expect(said, path).not.to.match(TRICK);
        return text;
      };
      for (const [title, shown] of TRICKS) {
        await look(pathOf(title));
        expect(await page.locator("h1").textContent()).to.include(shown);
        expect(await page.title()).to.include(shown);
      }
      const list = await look(listed);
      for (const [, shown] of TRICKS) expect(list).to.include(shown);
      await look(`/search?q=${encodeURIComponent(TRICKS[0]![0])}`);
      await context.close();
    });
  }

  it("in letters from right to left turn nothing beside them", async () => {
    const { page, context } = await reader(api.url);
    await page.goto(`/search?q=${encodeURIComponent(HEBREW)}`);
    const line = page.getByRole("main").locator("li p").first();
    const [name, money] = await Promise.all([
      line.locator("bdi").boundingBox(),
      line.getByText("900.00").or(line.getByText("90,000.00")).first().boundingBox(),
    ]);
    expect(name!.x + name!.width).to.be.lessThan(money!.x);
    await context.close();
  });

  it("come into no name of a file", async () => {
    const { page, context } = await reader(api.url);
    await page.goto(listed);
    const names: string[] = [];
    const save = async (name: string) => {
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name }).click();
      names.push((await download).suggestedFilename());
    };
    await save(th.table.csv);
    await save(th.table.ndjson);
    for (const name of names) expect(name).to.match(/^[a-z0-9.-]+\.(csv|ndjson)$/);
    await context.close();
  });

  it("in the Host of a request come into no address", async () => {
    const html = await new Promise<string>((done, fail) => {
      const asking = request(`${api.url}/about`, {
        headers: { host: 'x"><script>alert(1)</script>', accept: "text/html" },
      });
      asking.on("error", fail).on("response", (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (piece: string) => (body += piece));
        response.on("end", () => done(body));
      });
      asking.end();
    });
    expect(scriptsOf(html)).to.have.lengthOf(2);
    expect(html).to.include('<link rel="canonical" href="http://localhost/about" />');
  });
});
