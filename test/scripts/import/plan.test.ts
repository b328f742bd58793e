import { expect } from "chai";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planImport } from "../../../scripts/import/index.ts";
import type { ImportProgress } from "../../../scripts/import/index.ts";
import { FolderDocuments } from "../../../sdk/documents/index.ts";
import { collect, codeOf } from "../../sdk/documents/contract.ts";
import { packageOf, thaiRelease } from "../../sdk/import/ocds/example.ts";
import { sampleHeader, table } from "../../sdk/import/reading.ts";
import { rejection } from "../../support/rejection.ts";

const root = new URL("../../../data/egp/", import.meta.url).pathname;
const sampleFile = join(root, "egp-contract-2568-250.csv");
const sampleSource = join(root, "SOURCE.json");
const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

describe("planning an import", function () {
  this.timeout(60_000);

  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "prongsai-import-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const store = () => new FolderDocuments(join(folder, "documents"));

  async function egpFile(text: string, described: object = {}): Promise<{ path: string; source: string }> {
    const path = join(folder, "table.csv");
    const source = join(folder, "SOURCE.json");
    await writeFile(path, text);
    const description = {
      sha256: sha256(text),
      source_url: "https://example.go.th/1",
      license: "CC BY",
      retrieved_at: "2026-01-02T03:04:05Z",
      ...described,
    };
    await writeFile(source, JSON.stringify(description));
    return { path, source };
  }

  it("of the sample keeps the source itself and its description, with root and counts", async () => {
    const documents = store();
    const seen: ImportProgress[] = [];
    const progress = (each: ImportProgress) => seen.push(each);
    const plan = await planImport({
      format: "egp",
      path: sampleFile,
      source: sampleSource,
      documents,
      progress,
    });
    expect(plan.summary).to.include({ rowsRead: 250, imported: 250, quarantined: 0 });
    expect(plan.sourceSha256).to.equal("413f70c0ef17c17233b99aa42a7f1e25284644948c37bd109c21e9cc0678618b");
    expect(plan.file.sha256).to.equal(plan.sourceSha256);
    expect(sha256(await collect(documents.get(plan.file.cid)))).to.equal(plan.sourceSha256);
    expect(await documents.pinState(plan.sourceFile.cid)).to.equal("pinned");
    expect(plan.source).to.include({ licence: "Creative Commons Attributions", retrievedAt: 1782050565 });
    expect(new Set(seen.map(({ stage }) => stage)))
      .to.include("hash")
      .and.include("keep");
    expect(
      await planImport({ format: "egp", path: sampleFile, source: sampleSource, documents }),
    ).to.deep.equal(plan);
  });

  it("stores nothing of a source that is not the described one", async () => {
    const { path, source } = await egpFile(table(sampleHeader.split(","), [{}]));
    await writeFile(path, table(sampleHeader.split(","), [{}, {}]));
    const documents = store();
    expect(await codeOf(planImport({ format: "egp", path, source, documents }))).to.equal(
      "IMPORT_SOURCE_MISMATCH",
    );
    expect(await readdir(folder)).not.to.include("documents");
  });

  for (const described of [
    { contact: "นายสมชาย ใจดี" },
    { notes: ["fetched by somchai@example.com"] },
    { publisher: { phone: "081-234-5678" } },
    { number: 1101700207030 },
    { notes: ["note:นายสมชาย ใจดี โทร 081-234-5678"] },
    { contact: "mailto:somchai@example.com" },
    { source_url: `https://example.go.th/?by=${encodeURIComponent("นายสมชาย ใจดี")}` },
  ])
    it(`stores nothing where the description names a person: ${JSON.stringify(described)}`, async () => {
      const { path, source } = await egpFile(table(sampleHeader.split(","), [{}]), described);
      const code = await codeOf(planImport({ format: "egp", path, source, documents: store() }));
      expect(code).to.equal("IMPORT_SOURCE_PERSONAL");
      expect(await readdir(folder)).not.to.include("documents");
    });

  it("never stores a natural person's data, in no block of the store", async () => {
    const header = [...sampleHeader.split(","), "ชื่อผู้ชนะ", "เลขประจำตัวผู้เสียภาษี"];
    const people = { ชื่อผู้ชนะ: "นายสมชาย ใจดี", เลขประจำตัวผู้เสียภาษี: "1101700207030" };
    const text = table(header, [people, { รหัสโครงการ: "-", ...people }]);
    const { path, source } = await egpFile(text);
    const plan = await planImport({ format: "egp", path, source, documents: store() });
    expect(plan.file.sha256).not.to.equal(plan.sourceSha256);
    expect(plan.summary).to.include({ imported: 1, quarantined: 1, suppliersWithheld: 1 });
    const kept = Buffer.from(await collect(store().get(plan.file.cid))).toString();
    expect(kept)
      .to.contain("[withheld]")
      .and.not.to.match(/สมชาย|1101700207030/);
  });

  it("of OCDS takes a file or a folder, and describes the source itself", async () => {
    const data = join(folder, "ocds");
    await mkdir(join(data, "b"), { recursive: true });
    await writeFile(join(data, "a.json"), packageOf([thaiRelease()], "1.1"));
    await writeFile(join(data, "b", "c.jsonl"), `${JSON.stringify(thaiRelease({ id: "r2" }))}\n{broken\n`);
    await writeFile(join(data, "README.md"), "not data");
    const plan = await planImport({ format: "ocds", path: data, documents: store() });
    expect(plan.summary).to.include({ rowsRead: 3, imported: 2, quarantined: 1, projects: 1 });
    const source = JSON.parse(
      Buffer.from(await collect(store().get(plan.sourceFile.cid))).toString(),
    ) as object;
    expect(source).to.include({ publisher: "กรมบัญชีกลาง", sha256: plan.sourceSha256 });
    for (const foreign of ["<html>", '{"type":"object","properties":{}}']) {
      await writeFile(join(data, "d.json"), foreign);
      expect(await codeOf(planImport({ format: "ocds", path: data, documents: store() }))).to.equal(
        "IMPORT_NOT_OCDS",
      );
    }
  });

  for (const source_url of ["javascript:alert(1)", "data.go.th/dataset", "ftp://data.go.th/1", "https://"])
    it(`whose description names ${source_url} as its source is refused before anything is anchored`, async () => {
      const { path, source } = await egpFile("x", { source_url });
      const plan = planImport({ format: "egp", path, source, documents: store() });
      expect(await rejection(plan)).to.include({ code: "IMPORT_SOURCE_UNREADABLE" });
    });

  const refused: [string, (folder: string) => Promise<{ path: string; source?: string }>, string][] = [
    [
      "a file that is not there",
      async () => ({ path: "/nowhere/x.csv", source: sampleSource }),
      "IMPORT_FILE_MISSING",
    ],
    ["a folder of tables", async (each) => ({ path: each, source: sampleSource }), "IMPORT_FILE_MISSING"],
    ["a table without its description", async () => ({ path: sampleFile }), "IMPORT_SOURCE_MISSING"],
    [
      "a description that is none",
      async () => ({ path: sampleFile, source: sampleFile }),
      "IMPORT_SOURCE_UNREADABLE",
    ],
    ["a table without rows", () => egpFile(`${sampleHeader}\n`), "IMPORT_NO_ROWS"],
    [
      "a table whose header does not fit any of its rows",
      () => egpFile(table(sampleHeader.split(","), [{}, {}]).replace("\n", ",อีกคอลัมน์\n")),
      "IMPORT_NO_ROW_READABLE",
    ],
    ["a web page", () => egpFile("<html>"), "IMPORT_NOT_EGP"],
  ];
  for (const [what, make, code] of refused) {
    it(`refuses ${what} as ${code}`, async () => {
      const request = await make(folder);
      expect(await codeOf(planImport({ format: "egp", documents: store(), ...request }))).to.equal(code);
    });
  }
});
