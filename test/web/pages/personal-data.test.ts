import { expect } from "chai";
import { WITHHELD } from "../../../sdk/import/withheld.ts";
import { en } from "../../../web/i18n/en/index.ts";
import { th } from "../../../web/i18n/th/index.ts";
import { startApi, type ApiFixture } from "../../support/api.ts";
import { getPage } from "./support/get-page.ts";
import { publish } from "./support/publish.ts";

const NUMBER = "68090000031";
const TITLE = "จ้างเหมานายสมชาย ใจดี ขับรถรับส่งนักเรียน";
const AGENCY = "ศูนย์ประสานงาน นางสาวสมหญิง ดีมาก";
const FIELDS = ["ซื้อ", AGENCY, "90000", "90000", "88000", "2568", "12 มี.ค. 68", "น่าน"];

describe("pages: personal data that an import withheld", function () {
  this.timeout(120_000);
  let api: ApiFixture;
  let title: string;
  let agencyName: string;

  before(async () => {
    api = await startApi();
    const { batchId } = await publish(api, [[NUMBER, TITLE, ...FIELDS]]);
    const { data } = await api.ask<{
      reportedProjects: { nodes: { title: string; agencyName: string }[] };
    }>(
      "query ($batch: [Int!]) { reportedProjects(filter: { importBatch: $batch }) { nodes { title agencyName } } }",
      {
        batch: [batchId],
      },
    );
    ({ title, agencyName } = data!.reportedProjects.nodes[0]!);
  });
  after(() => api?.stop());

  it("is the same word in the API whatever the language", () => {
    for (const text of [title, agencyName])
      expect(text)
        .to.include(WITHHELD)
        .and.not.match(/สมชาย|สมหญิง/);
  });

  const paths = [
    `/reported/egp:${NUMBER}`,
    `/reported?q=${encodeURIComponent("ขับรถรับส่งนักเรียน")}`,
    `/search?q=${encodeURIComponent("ขับรถรับส่งนักเรียน")}`,
    `/verify?code=${NUMBER}`,
    "/compare?data=reported&by=AGENCY",
  ];
  for (const path of paths)
    it(`is told in the language of the page: ${path.split("?")[0]!}`, async () => {
      const thai = await getPage(api, path);
      expect(thai.text).to.include(th.words.withheld).and.not.include(WITHHELD);
      expect(thai.title).to.not.include(WITHHELD);
      const { text } = await getPage(api, `/en${path}`);
      expect(text).to.include(en.words.withheld).and.not.include(th.words.withheld);
    });
});
