import { expect } from "chai";
import { supersede } from "../../../scripts/import/index.ts";
import { importSigner } from "../../../scripts/import/signer.ts";
import type { ProngsaiError } from "../../../sdk/errors.ts";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { rejection } from "../../support/rejection.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { reader } from "./support/browser.ts";
import { attributes, getPage } from "./support/get-page.ts";
import { publish } from "./support/publish.ts";

const row = (number: string, title: string) => [
  ...[number, title, "ซื้อ", "เทศบาลตำบลตัวอย่าง", "90000", "90000", "88000"],
  ...["2568", "12 มี.ค. 68", "น่าน"],
];
const KEPT = "68090000011";
const LEFT_OUT = "68090000012";
const TWICE = "68090000013";

describe("pages: data that newer data replaced", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  /** The pages of the first file's rows. */
  const old: Record<string, string> = {};
  /** Data sets that both report one project, none of which replaces the other. */
  const twice: number[] = [];
  before(async () => {
    api = await startApi();
    const first = await publish(api, [row(KEPT, "ชื่อตามแฟ้มแรก"), row(LEFT_OUT, "มีในแฟ้มแรกเท่านั้น")]);
    const query = `query ($batch: Int!) { list: reportedProjects(filter: { importBatch: [$batch] }) {
      nodes { reportedId number } } }`;
    const { data } = await api.ask<{ list: { nodes: { reportedId: string; number: string }[] } }>(query, {
      batch: first.batchId,
    });
    for (const { reportedId, number } of data!.list.nodes) old[number] = `/reported/${reportedId}`;
    const second = await publish(api, [row(KEPT, "ชื่อตามแฟ้มที่สอง")]);
    for (const title of ["ชื่อตามแฟ้มที่สาม", "ชื่อตามแฟ้มที่สี่"])
      twice.push((await publish(api, [row(TWICE, title)])).batchId);
    const { provider, deployment } = api.mirror.demo;
    const signer = await importSigner(provider, {});
    const [earlier, later] = [BigInt(first.batchId), BigInt(second.batchId)];
    expect(await supersede(earlier, later, deployment, signer)).to.match(/^0x[0-9a-f]{64}$/);
    expect(await supersede(earlier, later, deployment, signer), "said before").to.equal(null);
    const refused = await rejection(supersede(later, earlier, deployment, signer));
    expect(refused).to.have.property("code", "IMPORT_REFUSED");
    const { texts } = refused as ProngsaiError;
    for (const { what } of [texts.th, texts.en]) expect(what).to.include("ImportAnchorReplacementInvalid");
    for (;;) {
      const { status } = await getPage(api, `/reported/egp:${LEFT_OUT}`);
      if (status === 404) break;
    }
  });
  after(() => api?.stop());

  for (const [prefix, { reported }] of [
    ["", th],
    ["/en", en],
  ] as const) {
    it(`say so and lead to the newest (${prefix || "/"})`, async () => {
      const { status, text, html } = await getPage(api, prefix + old[KEPT]!);
      expect(status).to.equal(200);
      expect(text).to.include("ชื่อตามแฟ้มแรก").and.include(reported.replaced).and.include(reported.newest);
      const newest = `${prefix}/reported/egp:${KEPT}`;
      expect(attributes(html, "a", "href")).to.include(newest);
      const page = await getPage(api, newest);
      expect(page.text).to.include("ชื่อตามแฟ้มที่สอง").and.not.include(reported.replaced);
    });

    it(`say so where the newest has nothing of it (${prefix || "/"})`, async () => {
      const { status, text } = await getPage(api, prefix + old[LEFT_OUT]!);
      expect(status).to.equal(200);
      expect(text).to.include(reported.replaced).and.include(reported.leftOut);
      expect(text).not.to.include(reported.newest);
    });

    it(`say where else a project stands that two data sets in use report (${prefix || "/"})`, async () => {
      const query = `query ($key: ID!) { reportedProject(id: $key) { reportedId elsewhere { reportedId batchId contractCount agreed } } }`;
      const { data } = await api.ask<{
        reportedProject: { reportedId: string; elsewhere: { reportedId: string; batchId: number }[] };
      }>(query, { key: `egp:${TWICE}` });
      const [other, ...more] = data!.reportedProject.elsewhere;
      expect(other).to.deep.include({ batchId: twice[0]!, contractCount: 1, agreed: "8800000" });
      expect(more).to.deep.equal([]);
      const { text, html } = await getPage(api, `${prefix}/reported/egp:${TWICE}`);
      expect(text).to.include("ชื่อตามแฟ้มที่สี่").and.include(reported.elsewhereText);
      expect(text).not.to.include(reported.newer);
      expect(attributes(html, "a", "href")).to.include(`${prefix}/reported/${other!.reportedId}`);
      const before = await getPage(api, `${prefix}/reported/${other!.reportedId}`);
      expect(before.text).to.include("ชื่อตามแฟ้มที่สาม").and.include(reported.newer);
      expect(before.text).not.to.include(reported.replaced);
    });

    it(`check by the reader's own browser what the other data set says of it (${prefix || "/"})`, async () => {
      const { imports, verify } = prefix ? en : th;
      const { page, context, complaints } = await reader(api.url);
      await page.goto(`${prefix}/reported/egp:${TWICE}`);
      const subject = imports.verifySubject.replace("{{id}}", String(twice[0]));
      await page.getByRole("button", { name: `${verify.mark.unchecked}: ${subject}` }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: verify.start }).click();
      await dialog.getByText(verify.mark.agrees, { exact: true }).waitFor();
      expect(complaints).to.deep.equal([]);
      await context.close();
    });
  }
});
