import { expect } from "chai";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anchorPlan, planImport, requireBatch, supersede } from "../../../scripts/import/index.ts";
import type { ImportPlan } from "../../../scripts/import/index.ts";
import { FolderDocuments, parseCid } from "../../../sdk/documents/index.ts";
import { readImport } from "../../../sdk/import/index.ts";
import { ledger, networkHelpers } from "../../support/ledger.ts";
import { rejection } from "../../support/rejection.ts";

const root = new URL("../../../data/egp/", import.meta.url).pathname;

describe("anchoring an import", function () {
  this.timeout(60_000);

  let folder: string;
  let plan: ImportPlan;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "prongsai-anchor-"));
    const paths = { path: join(root, "egp-contract-2568-250.csv"), source: join(root, "SOURCE.json") };
    plan = await planImport({ format: "egp", ...paths, documents: new FolderDocuments(folder) });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("writes the batch once, with everything from which anybody gets the same rows", async () => {
    const { description, officers, anchor } = await ledger();
    await networkHelpers.time.increaseTo(plan.source.retrievedAt + 60);
    const first = await anchorPlan(plan, description, officers.importer);
    expect(first.batchId).to.equal(1n);
    expect(first.transaction).to.match(/^0x[0-9a-f]{64}$/);
    expect(await anchorPlan(plan, description, officers.importer)).to.deep.equal({
      batchId: 1n,
      transaction: null,
      replacedBy: null,
    });

    const [event] = await anchor.queryFilter(anchor.filters.BatchAnchored());
    const { batch } = event!.args;
    expect([batch.rowCount, batch.quarantined]).to.deep.equal([250n, 0n]);
    expect(batch.fileCid).to.equal(`0x${Buffer.from(parseCid(plan.file.cid).bytes).toString("hex")}`);

    const { CID } = await import("multiformats/cid");
    const cid = CID.decode(Buffer.from(batch.fileCid.slice(2), "hex")).toString();
    const reading = readImport(batch.parserVersion, new FolderDocuments(folder).get(cid));
    for await (const row of reading.rows) void row;
    expect(`0x${Buffer.from(reading.summary().merkleRoot).toString("hex")}`).to.equal(batch.merkleRoot);
  });

  it("anchors a file whose batch was replaced anew in order to replace a batch that stands, and for nothing else", async () => {
    const { description, officers, anchor } = await ledger();
    await networkHelpers.time.increaseTo(plan.source.retrievedAt + 60);
    const other: ImportPlan = { ...plan, file: { ...plan.file, sha256: "ab".repeat(32) } };
    const anchored = (each: ImportPlan, supersedes?: bigint) =>
      anchorPlan(each, description, officers.importer, supersedes);
    const replace = (batchId: bigint, by: bigint) => supersede(batchId, by, description, officers.importer);
    await anchored(plan);
    await anchored(other, 1n);
    await replace(1n, 2n);

    const old = { batchId: 1n, transaction: null, replacedBy: 2n };
    expect(await anchored(plan), "once more, by itself").to.deep.equal(old);
    expect(await anchored(plan, 1n), "to replace what is replaced").to.deep.equal(old);
    const again = await anchored(plan, 2n);
    expect(again.batchId).to.equal(3n);
    expect(again.transaction).to.match(/^0x[0-9a-f]{64}$/);
    await replace(2n, 3n);
    expect(await anchored(plan, 2n), "said before").to.include({ batchId: 3n, transaction: null });
    expect(await anchor.batchCount()).to.equal(3n);
  });

  it("replaces only a batch that there is", async () => {
    const { description, officers } = await ledger();
    await networkHelpers.time.increaseTo(plan.source.retrievedAt + 60);
    const unknown = await rejection(requireBatch(1n, description, officers.importer));
    expect(unknown).to.have.property("code", "IMPORT_BATCH_UNKNOWN");
    const { batchId } = await anchorPlan(plan, description, officers.importer);
    await requireBatch(batchId, description, officers.importer);
  });
});
