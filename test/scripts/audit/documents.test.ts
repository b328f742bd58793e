import { expect } from "chai";
import { createHash } from "node:crypto";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CID } from "multiformats/cid";
import { anchorPlan, importSigner, planImport } from "../../../scripts/import/index.ts";
import type { ImportPlan } from "../../../scripts/import/plan.ts";
import { registerInterface } from "../../../sdk/replay/index.ts";
import { startDemo } from "../../support/demo-fixture.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";
import { auditOf, codesOf, findingsOf, partOf } from "./support.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const [SAMPLE] = globSync("data/egp/*.csv", { cwd: ROOT }).map((file) => join(ROOT, file)) as [string];
const SOURCE = join(ROOT, "data/egp/SOURCE.json");

const sha256Of = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("an audit of a ledger's documents", function () {
  this.timeout(120_000);
  let demo: DemoFixture;

  beforeEach(async () => (demo = await startDemo()));
  afterEach(() => demo.stop());

  const blockFile = (cid: string) => join(demo.directory, "documents/blocks", cid.slice(-2), cid);

  /** CID of a document in the first event of this name. */
  async function cited(event: string, of: (args: Record<string, unknown>) => string): Promise<string> {
    const abi = registerInterface(event === "BatchAnchored" ? "ImportAnchor" : "BudgetDisbursements");
    const { topicHash } = abi.getEvent(event)!;
    const [log] = await demo.provider.getLogs({ fromBlock: 0, topics: [topicHash] });
    const bytes = of(abi.parseLog(log!)!.args.toObject() as Record<string, unknown>);
    return CID.decode(Buffer.from(bytes.slice(2), "hex")).toString();
  }

  const evidence = () =>
    cited("DisbursementPaid", ({ evidence: document }) => (document as { cid: string }).cid);
  const imported = () => cited("BatchAnchored", ({ batch }) => (batch as { fileCid: string }).fileCid);

  it("finds a document that is gone, as a finding of its own kind that names the payment", async () => {
    const cid = await evidence();
    rmSync(blockFile(cid));
    const report = await auditOf(demo);
    expect(codesOf(report)).to.deep.equal(["DOCUMENT_MISSING"]);
    const [finding] = findingsOf(report);
    expect(finding!.entity).to.equal(`evidence of DisbursementPaid (${cid})`);
    expect(finding)
      .to.have.property("txHash")
      .that.matches(/^0x[0-9a-f]{64}$/);
  });

  it("finds a document of which one letter was altered", async () => {
    const cid = await evidence();
    const bytes = readFileSync(blockFile(cid));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(blockFile(cid), bytes);
    const report = await auditOf(demo);
    expect(codesOf(report)).to.deep.equal(["DOCUMENT_ALTERED"]);
    expect(findingsOf(report)[0]!.entity).to.contain(cid);
  });

  it("finds an imported file that is gone, and one that was altered", async () => {
    const cid = await imported();
    const bytes = readFileSync(blockFile(cid));
    rmSync(blockFile(cid));
    const gone = await auditOf(demo);
    expect(findingsOf(gone).map(({ code, part }) => `${part} ${code}`)).to.deep.equal([
      "imports DOCUMENT_MISSING",
    ]);
    bytes[bytes.length - 2]! ^= 1;
    writeFileSync(blockFile(cid), bytes);
    const altered = await auditOf(demo);
    expect(findingsOf(altered).map(({ code }) => code)).to.deep.equal(["DOCUMENT_ALTERED"]);
  });

  it("finds an anchor that claims other rows, another root, another hash and another source than its file", async () => {
    const path = join(demo.directory, "again.csv");
    const published = readFileSync(SAMPLE, "utf8").split("\n");
    writeFileSync(path, published.slice(0, 101).join("\n"));
    const description = { ...(JSON.parse(readFileSync(SOURCE, "utf8")) as object), sha256: sha256Of(path) };
    const ownSource = join(demo.directory, "SOURCE.json");
    writeFileSync(ownSource, JSON.stringify(description));
    const plan = await planImport({ format: "egp", path, source: ownSource, documents: demo.documents });
    const lie: ImportPlan = {
      ...plan,
      sourceSha256: "ab".repeat(32),
      source: { ...plan.source, licence: "none", url: "https://elsewhere.example" },
      file: { ...plan.file, sha256: "cd".repeat(32) },
      summary: { ...plan.summary, rowsRead: 99, quarantined: 3, merkleRoot: new Uint8Array(32).fill(7) },
    };
    await anchorPlan(lie, demo.deployment, await importSigner(demo.provider, {}));
    const report = await auditOf(demo);
    expect(partOf(report, "imports").findings.map(({ code, entity }) => `${code} ${entity}`)).to.deep.equal([
      "IMPORT_FILE_DIGEST batch 2",
      "IMPORT_ROWS batch 2",
      "IMPORT_QUARANTINED batch 2",
      "IMPORT_ROOT batch 2",
      "IMPORT_SOURCE batch 2, address",
      "IMPORT_SOURCE batch 2, sha256",
      "IMPORT_SOURCE batch 2, licence",
    ]);
    expect(partOf(report, "imports").checked.rows).to.equal(350);
  });

  it("is not complete when a batch names a parser that this repository does not have", async () => {
    const { documents } = demo;
    const plan = await planImport({ format: "egp", path: SAMPLE, source: SOURCE, documents });
    const later = { ...plan, parserVersion: "egp-99" };
    await anchorPlan(later, demo.deployment, await importSigner(demo.provider, {}));
    const report = await auditOf(demo);
    expect(report.verdict).to.equal("incomplete");
    expect(partOf(report, "imports").open).to.deep.equal(["batch 2: this repository has no parser egp-99"]);
  });
});
