import { expect } from "chai";
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { anchorPlan, importSigner, planImport } from "../../scripts/import/index.ts";
import { startApi, type ApiFixture } from "../support/api.ts";
import { rpc } from "../support/json-rpc.ts";
import { dumpMirror } from "../support/mirror-dump.ts";
import { personalData, withCheckDigit } from "../support/personal-data.ts";

const NUMBER = withCheckDigit("310150021234");
const TAX_NUMBER = "0105536000315";
const PERSON = "สมชาย";
const HEAD =
  "รหัสโครงการ,ชื่อโครงการ,ชื่อประเภทโครงการ,ชื่อหน่วยงาน,ชื่อหน่วยงานย่อย,วิธีจัดซื้อฯ,กลุ่มวิธีจัดซื้อฯ,วันที่ประกาศ,งบประมาณ(บาท),ราคากลาง(บาท),ราคาตกลงซื้อ/จ้าง,ปีงบประมาณ,วันที่เกิดรายการ,จังหวัด,เลขประจำตัวผู้เสียภาษี,ชื่อผู้ชนะ,เลขที่สัญญา";

/** A row of e-GP in which somebody wrote what belongs to a person. */
const row = (number: string, title: string, tax: string, winner: string) =>
  `${number},${title},จ้างทำของ/จ้างเหมาบริการ,เทศบาลตำบลแม่ริม,เทศบาลตำบลแม่ริม,วิธีเฉพาะเจาะจง,เฉพาะเจาะจง,-,9000,9000,9000,2568,29 พ.ย. 67,เชียงใหม่,${tax},${winner},${number}/1`;
const thai = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

const FILE = [
  HEAD,
  row("67119900001", "จ้างเหมาบริการบุคคลภายนอก", NUMBER, `นาย${PERSON} ใจดี`),
  row(
    "67119900002",
    `จ้างเหมานาย${PERSON} ใจดี เลขประจำตัว ${NUMBER} โทร 081-234-5678`,
    NUMBER,
    `นาย${PERSON} ใจดี`,
  ),
  row(
    "67119900003",
    `จ้างทำเว็บไซต์ ติดต่อ somchai.jaidee@example.com ${thai("0812345678")}`,
    TAX_NUMBER,
    "บริษัท ก้าวหน้า จำกัด",
  ),
  row("67119900004", `ซ่อมรถ ${thai(NUMBER)}`, TAX_NUMBER, "บริษัท ก้าวหน้า จำกัด"),
].join("\r\n");

describe("data of persons", function () {
  this.timeout(240_000);
  let api: ApiFixture;
  before(async () => {
    api = await startApi();
    const { demo, reaches } = api.mirror;
    const path = join(demo.directory, "people.csv");
    writeFileSync(path, FILE);
    const sha256 = createHash("sha256").update(FILE).digest("hex");
    const source = join(demo.directory, "SOURCE.json");
    const described = JSON.parse(readFileSync("data/egp/SOURCE.json", "utf8")) as Record<string, unknown>;
    writeFileSync(
      source,
      JSON.stringify({ ...described, snapshot_id: "people", sha256, record_count_raw: 4 }),
    );
    const plan = await planImport({ format: "egp", path, source, documents: demo.documents });
    await anchorPlan(plan, demo.deployment, await importSigner(demo.provider, {}));
    await reaches(await demo.provider.getBlockNumber());
  });
  after(() => api.stop());

  it("are found where they are", () => {
    const found = personalData(FILE);
    expect(found.filter((one) => one === NUMBER)).to.have.lengthOf(4);
    expect(found).to.include.members(["081-234-5678", "0812345678", "somchai.jaidee@example.com"]);
    expect(personalData(`contract 67119900001, tax ${TAX_NUMBER}, 0x081234567890ab`)).to.deep.equal([]);
  });

  /** The text, without long words of hexadecimal and base32 digits: keys, hashes, addresses, CIDs. */
  const withoutHashes = (text: string) =>
    text.replaceAll(/(?:0x|\\\\x)?[0-9a-f]{32,}|\b(?:baf|Qm)[A-Za-z0-9]{20,}/g, " ");
  function expectNone(text: string, where: string): void {
    expect(personalData(withoutHashes(text)), where).to.deep.equal([]);
    expect(text, where).to.not.include(PERSON);
  }

  it("reach no transaction and no event of the chain", async () => {
    const { demo } = api.mirror;
    const head = await demo.provider.getBlockNumber();
    let bytes = 0;
    for (let number = 0; number <= head; number++) {
      const block = await rpc<{ transactions: { input: string; hash: string }[] }>(
        demo.chain.rpcUrl,
        "eth_getBlockByNumber",
        [`0x${number.toString(16)}`, true],
      );
      const logs = await rpc<{ data: string }[]>(demo.chain.rpcUrl, "eth_getLogs", [
        { blockHash: (block as unknown as { hash: string }).hash },
      ]);
      for (const hex of [...block.transactions.map(({ input }) => input), ...logs.map(({ data }) => data)]) {
        const raw = Buffer.from(hex.slice(2), "hex");
        bytes += raw.length;
        expectNone(raw.toString("utf8"), `block ${number}`);
      }
    }
    expect(bytes).to.be.greaterThan(50_000);
  });

  it("reach no document", () => {
    const files = globSync("**/*", { cwd: join(api.mirror.demo.directory, "documents"), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).to.be.greaterThan(20);
    for (const file of files) expectNone(readFileSync(file, "utf8"), file);
  });

  it("reach no row of the mirror", async () => {
    // Its lines hold bytes, a character each.
    const dump = Buffer.from(await dumpMirror(api.mirror.database.url), "latin1").toString("utf8");
    expect(dump).to.include("67119900004").and.to.include("บริษัท ก้าวหน้า จำกัด");
    expectNone(dump, "mirror");
  });

  it("reach no public answer", async () => {
    const views = [
      "/v1/reported-projects.ndjson",
      "/v1/reported-projects.csv",
      "/v1/reported-projects?query=67119900002",
      "/v1/import-batches",
      "/v1/agencies/91001/officers",
      "/v1/agencies",
      "/v1/events?limit=1000",
      "/v1/search?query=67119900003",
      "/v1/actions?limit=1000",
      "/v1/anchors",
      "/v1/services/th.go.police.chatbot/actions.csv",
      "/v1/services/th.go.sathit-city.sign-tax/log.ndjson",
      "/openapi.json",
    ];
    for (const view of views) {
      const response = await fetch(`${api.url}${view}`);
      expect(response.status, view).to.equal(200);
      const text = await response.text();
      expect(text.length, view).to.be.greaterThan(100);
      expectNone(text, view);
    }
  });

  it("reach no log, not even when somebody sends them in a request", async () => {
    await fetch(`${api.url}/v1/search?query=${encodeURIComponent(`${NUMBER} 0812345678`)}`);
    await fetch(`${api.url}/v1/agencies/${NUMBER}`);
    await api.ask(`{ search(query: "${NUMBER}") { key } nothing(of: "somchai.jaidee@example.com") }`);
    await api.ask(`mutation { submitTransaction(signed: "${NUMBER}") { block } }`);
    const { directory } = api.mirror.demo;
    const logs = globSync("**/*.log", { cwd: directory }).map((file) =>
      readFileSync(join(directory, file), "utf8"),
    );
    expect(logs.join("").length).to.be.greaterThan(0);
    for (const log of logs) expectNone(log, "log");
  });
});
