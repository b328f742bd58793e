import { expect } from "chai";
import { createHash } from "node:crypto";
import { quarantineText } from "../../../sdk/import/texts.ts";
import { broken, importedApi, rows } from "../support/imported.ts";
import type { ImportedApi } from "../support/imported.ts";

type Node = Record<string, unknown>;

describe("import batches", function () {
  this.timeout(120_000);
  let api: ImportedApi;
  before(async () => void (api = await importedApi()));

  const data = async <Data>(query: string): Promise<Data> => {
    const { data: found, errors } = await api.ask<Data>(query);
    expect(errors).to.equal(undefined);
    return found!;
  };

  it("say what was read, and every row read is imported or in quarantine", async () => {
    const { importBatches } = await data<{ importBatches: { totalCount: number; nodes: Node[] } }>(
      `{ importBatches { totalCount nodes { batchId format rowCount quarantined imported reading readingError projects
         contracts supersededBy licence parserVersion sourceName sourceUrl } } }`,
    );
    expect(importBatches.totalCount).to.equal(2);
    const [second, first] = importBatches.nodes as [Node, Node];
    expect(second).to.include({
      batchId: 2,
      format: "egp",
      rowCount: rows.length + broken.length,
      quarantined: broken.length,
      imported: rows.length,
      reading: "complete",
      readingError: null,
      // Two of the rows are contracts of one project; one has no price.
      projects: rows.length - 1,
      contracts: rows.length - 1,
      supersededBy: null,
      sourceName: "ชุดที่สอง",
    });
    expect(first).to.include({ batchId: 1, rowCount: 250, quarantined: 0, imported: 250, projects: 250 });
    expect(first.sourceUrl).to.match(/^https:\/\//);
    for (const { licence } of importBatches.nodes) expect(licence).to.match(/Creative Commons/);
  });

  it("name file and source as they are anchored, and both can be had and checked", async () => {
    const { importBatch } = await data<{ importBatch: Record<string, string> }>(
      `{ importBatch(batchId: 2) { sourceSha256 fileSha256 fileCid sourceCid merkleRoot retrievedAt anchoredAt
         provenance { contractName event } } }`,
    );
    expect(importBatch.sourceSha256).to.equal(`0x${api.fileSha256}`);
    expect(importBatch.provenance).to.deep.equal({ contractName: "ImportAnchor", event: "BatchAnchored" });
    const file = Buffer.from(
      await (await fetch(`${api.url}/documents/${importBatch.fileCid}`)).arrayBuffer(),
    );
    expect(`0x${createHash("sha256").update(file).digest("hex")}`).to.equal(importBatch.fileSha256);
    const source = await (await fetch(`${api.url}/documents/${importBatch.sourceCid}`)).json();
    expect(source).to.include({ source_name: "ชุดที่สอง" });
    expect(Date.parse(importBatch.retrievedAt!)).to.be.at.most(Date.parse(importBatch.anchoredAt!));
  });

  it("show each row that could not be read, with its line, the reason in both languages, and what stood there", async () => {
    const { importBatch } = await data<{
      importBatch: { quarantine: { totalCount: number; nodes: Node[] } };
    }>(
      "{ importBatch(batchId: 2) { quarantine { totalCount nodes { line reason text { th en } column value leaf } } } }",
    );
    const { totalCount, nodes } = importBatch.quarantine;
    expect(totalCount).to.equal(broken.length);
    expect(nodes.map(({ line, reason, text }) => ({ line, reason, text }))).to.deep.equal(
      broken.map(([reason], i) => ({
        line: api.firstBroken + i,
        reason,
        text: quarantineText[reason as keyof typeof quarantineText],
      })),
    );
    const of = (reason: string) => nodes.find((row) => row.reason === reason)!;
    // Words in a column of numbers might be a person's name: the place is told, the words are not.
    expect(of("NUMBER_UNREADABLE")).to.include({ column: "งบประมาณ(บาท)", value: null });
    expect(of("NUMBER_NEGATIVE")).to.include({ column: "ราคาตกลงซื้อ/จ้าง", value: "-5.00" });
    expect(of("DATE_UNREADABLE")).to.include({ column: "วันที่เกิดรายการ" });
    expect(new Set(nodes.map(({ leaf }) => leaf)).size).to.equal(broken.length);
  });

  it("part their quarantine into pages", async () => {
    type Page = { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const lines: unknown[] = [];
    let after = "";
    for (;;) {
      const { importBatch } = await data<{ importBatch: { quarantine: Page } }>(
        `{ importBatch(batchId: 2) { quarantine(first: 2 ${after}) { nodes { line } pageInfo { hasNextPage endCursor } } } }`,
      );
      const { nodes, pageInfo } = importBatch.quarantine;
      lines.push(...nodes.map(({ line }) => line));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(lines).to.deep.equal(broken.map((_, i) => api.firstBroken + i));
  });

  it("that are not there are null", async () => {
    expect(await data("{ importBatch(batchId: 99) { format } }")).to.deep.equal({ importBatch: null });
    expect(await data("{ importBatch(batchId: -1) { format } }")).to.deep.equal({ importBatch: null });
  });

  it("give their rows the history and provenance of the anchoring", async () => {
    const found = await data<Record<string, { provenance: Node; history: { nodes: { name: string }[] } }>>(
      `{ importBatch(batchId: 2) { ...At } reportedProject(id: "egp:68099999999") { ...At } }
       fragment At on Node { provenance { block txHash logIndex } history { nodes { name } } }`,
    );
    expect(found.reportedProject).to.deep.equal(found.importBatch);
    expect(found.importBatch!.history.nodes).to.deep.equal([{ name: "BatchAnchored" }]);
  });
});
