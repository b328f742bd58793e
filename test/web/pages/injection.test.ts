import { expect } from "chai";
import { request } from "node:http";
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

const FIELDS = ["ซื้อ", AGENCY, "90000", "90000", "88000", "2568", "12 มี.ค. 68", "น่าน"];

describe("pages: words of others", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  let published: { reportedId: string; title: string }[];
  before(async () => {
    api = await startApi();
    const rows = HOSTILE.map((title, i) => [`6809000000${i}`, title, ...FIELDS]);
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
    expect(published.map(({ title }) => title).sort()).to.deep.equal([...HOSTILE].sort());
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
