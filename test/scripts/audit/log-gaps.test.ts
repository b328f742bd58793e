import { expect } from "chai";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuditRequest } from "../../../scripts/audit/run.ts";
import { bundleCid, parseManifest } from "../../../sdk/log/bundle/index.ts";
import { findAction, schemaCid } from "../../../sdk/log/catalogue/index.ts";
import { newSalt, payloadCommit } from "../../../sdk/log/payload/index.ts";
import { sealRecord } from "../../../sdk/log/record/index.ts";
import type { ActionRecord } from "../../../sdk/log/record/index.ts";
import { startDemo } from "../../support/demo-fixture.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";
import { LOGGED } from "../../support/log/demo-log.ts";
import { FurtherEntries } from "../../support/log/further-entries.ts";
import { anchoredHeads } from "../../support/log/published.ts";
import type { AnchoredHead } from "../../support/log/published.ts";
import { auditOf, findingsOf, partOf } from "./support.ts";

const [, SERVICE] = Object.keys(LOGGED) as [string, string];
/** How many entries each further anchor reaches to: within the first tile, over its end, within the second. */
const SIZES = [200, 230, 300, 310, 320] as const;
const ERASED = "privacy.payload.erased";

/** Each test takes documents of the same log away; only the last one makes the log longer. */
describe("an audit of a log of which something is lost or false", function () {
  this.timeout(240_000);

  let demo: DemoFixture;
  let log: FurtherEntries;
  let heads: readonly AnchoredHead[];
  const numbers = new Map<string, number>();

  /** Adds a record with its writer's next number. */
  function add(changes: Partial<ActionRecord> = {}): number {
    const submitter = changes.submitter ?? log.last.submitter;
    const clientSeq = changes.clientSeq ?? (numbers.get(submitter) ?? 0) + 1;
    numbers.set(submitter, clientSeq);
    return log.addBytes(sealRecord({ ...log.last, submitter, ...changes, clientSeq }).bytes);
  }

  async function anchor(): Promise<void> {
    await log.anchor();
    heads = (await anchoredHeads(demo)).filter(({ service }) => service === SERVICE);
  }

  /** What some entries say; 230 to 255 stand in a document that the tests take away. */
  const contents = (): Readonly<Record<number, Partial<ActionRecord>>> => {
    const payload = {
      commit: payloadCommit(newSalt(), new Uint8Array([1])),
      alg: "pl1",
      ref: "store/1",
    } as const;
    const schema = schemaCid(findAction(SERVICE, ERASED)!);
    const erasure = (index: number) => ({ type: ERASED, schema, data: { index, reason: "subjectRequest" } });
    return {
      ...{ 205: { submitter: "desk-2" }, 206: { submitter: "desk-3" }, 207: { submitter: "desk-4" } },
      ...{ 208: { submitter: "desk-4" }, 210: { payload } },
      ...{ 235: { submitter: "desk-2" }, 240: { payload }, 245: erasure(210) },
      ...{ 258: { submitter: "desk-2" }, 259: { submitter: "desk-3" }, 260: erasure(240) },
      ...{ 262: { refs: [{ index: 240 }] }, 265: { payload } },
    };
  };

  before(async () => {
    demo = await startDemo();
    log = await FurtherEntries.of(demo, SERVICE);
    numbers.set(log.last.submitter, log.size);
    const said = contents();
    for (const size of SIZES) {
      while (log.size < size) add(said[log.size]);
      await anchor();
    }
  });
  after(() => demo?.stop());

  const headOf = (size: number) => heads.find((head) => head.size === size)!;
  const fileOf = (cid: string) => join(demo.directory, "documents/blocks", cid.slice(-2), cid);
  const manifestOf = (size: number) => bundleCid(headOf(size).bundle);
  const tileOf = (size: number, name: string) =>
    parseManifest(readFileSync(fileOf(manifestOf(size)))).tiles[name]!;

  /** What an audit finds while these documents are gone, or hold something else. */
  async function without(cids: readonly string[], change?: Partial<AuditRequest>, altered = false) {
    const kept = cids.map((cid) => [fileOf(cid), readFileSync(fileOf(cid))] as const);
    for (const [path, bytes] of kept)
      if (altered) writeFileSync(path, bytes.with(bytes.length - 2, 0x78));
      else rmSync(path);
    try {
      const report = await auditOf(demo, { only: "log", ...change });
      const found = findingsOf(report).map(({ code, entity, block }) => ({ code, entity, block }));
      const { checked, open, notes } = partOf(report, "logs");
      return { verdict: report.verdict, found, checked, open, notes };
    } finally {
      for (const [path, bytes] of kept) writeFileSync(path, bytes);
    }
  }

  const unread = (text: string, size = 320) => [
    `${SERVICE}: ${text} could not be read; all others of ${size} were checked`,
  ];

  it("reads entries from a later bundle when the smaller one that it replaces is gone, and says so", async () => {
    const [first, second] = heads.map(({ size }) => size) as [number, number];
    const names = (size: number) => [`tile/entries/000.p/${size}`, `tile/0/000.p/${size}`];
    const cids = [first, second].flatMap((size) => names(size).map((name) => tileOf(size, name)));
    const { verdict, found, checked, open, notes } = await without(cids);
    expect(found).to.deep.equal([]);
    expect(open).to.deep.equal([]);
    expect(verdict).to.equal("sound");
    expect(notes).to.deep.equal([
      `${SERVICE}: 4 tiles are gone that stand again, grown, in later bundles; checked from there`,
    ]);
    expect(checked["trees rebuilt"]).to.equal(checked["anchors"]);
  });

  it("names an altered document and the entries in it, and checks everything after", async () => {
    const cid = tileOf(300, "tile/entries/000");
    const { verdict, found, checked, open } = await without([cid], {}, true);
    const { block } = headOf(300);
    expect(found).to.deep.equal([
      { code: "DOCUMENT_ALTERED", entity: `entries 230–255 of ${SERVICE}, tile/entries/000 ${cid}`, block },
    ]);
    expect(open).to.deep.equal(unread("entries 230–255 (26 in all)"));
    expect(checked["entries not read"]).to.equal(26);
    expect(checked["trees rebuilt"]).to.equal(checked["anchors"]! - 1);
    expect(verdict).to.equal("findings");
  });

  it("tells an altered document even where its entries stand in another", async () => {
    const cid = tileOf(230, "tile/entries/000.p/230");
    const { found, open } = await without([cid], {}, true);
    expect(found.map(({ code, entity }) => [code, entity])).to.deep.equal([
      ["DOCUMENT_ALTERED", `entries 200–229 of ${SERVICE}, tile/entries/000.p/230 ${cid}`],
    ]);
    expect(open).to.deep.equal([]);
  });

  it("builds lost hash tiles again from the entries", async () => {
    const names = ["tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"];
    const [full, , upper] = names.map((name) => `${name} ${tileOf(300, name)}`);
    const { found, checked, open, notes } = await without(names.map((name) => tileOf(300, name)));
    // That of level 1 did not grow any more: the later bundles name the same document.
    expect(found.map(({ code, entity }) => [code, entity])).to.deep.equal([
      ["DOCUMENT_MISSING", `entries 230–319 of ${SERVICE}, 4 hash tiles from ${full} to ${upper}`],
    ]);
    expect(open).to.deep.equal([]);
    expect(notes[0]).to.include(": 1 tiles are gone");
    expect(checked["trees rebuilt"]).to.equal(checked["anchors"]);
  });

  it("goes on after a manifest that is gone, and reads what later bundles still have", async () => {
    const cid = manifestOf(300);
    const { found, checked, open } = await without([cid]);
    expect(found).to.deep.equal([
      {
        code: "DOCUMENT_MISSING",
        entity: `entries 230–299 of ${SERVICE}, manifest ${cid}`,
        block: headOf(300).block,
      },
    ]);
    expect(open).to.deep.equal(unread("entries 230–255 (26 in all)"));
    expect(checked["checkpoints"]).to.equal(checked["anchors"]! - 1);
  });

  it("makes one finding of documents that follow one another, and names the last", async () => {
    const [from, to] = [manifestOf(230), manifestOf(310)];
    const { found, open } = await without([from, manifestOf(300), to]);
    expect(found).to.deep.equal([
      {
        code: "DOCUMENT_MISSING",
        entity: `entries 200–309 of ${SERVICE}, 3 manifests from ${from} to ${to}`,
        block: headOf(230).block,
      },
    ]);
    expect(open).to.deep.equal(unread("entries 200–255 (56 in all)"));
  });

  it("finds bad entries after a gap, and does not guess at numbers, references and erasures over it", async () => {
    add({ submitter: "desk-4", clientSeq: 1 });
    add({ data: { nothing: "of the schema" } });
    add({ clientSeq: numbers.get(log.last.submitter)! + 3 });
    await anchor();
    const bad = [
      ["LOG_ENTRY_SEQUENCE", `entry 320 of ${SERVICE}`],
      ["LOG_ENTRY_DATA", `entry 321 of ${SERVICE}`],
      ["LOG_ENTRY_SEQUENCE", `entry 322 of ${SERVICE}`],
    ];
    const codes = ({ found }: Awaited<ReturnType<typeof without>>) =>
      found.map(({ code, entity }) => [code, entity]);
    const payloads = join(demo.directory, "payloads");
    mkdirSync(payloads);
    const missing = ["LOG_PAYLOAD_MISSING", `entry 265 of ${SERVICE}`];

    const all = await without([], { payloads });
    expect(codes(all)).to.deep.equal([missing, ...bad]);
    expect([...all.open, ...all.notes]).to.deep.equal([]);
    expect(all.checked["lawfully erased"]).to.equal(2);

    const cid = tileOf(300, "tile/entries/000");
    const gap = await without([cid], { payloads });
    const lost = ["DOCUMENT_MISSING", `entries 230–255 of ${SERVICE}, tile/entries/000 ${cid}`];
    expect(codes(gap)).to.deep.equal([lost, missing, ...bad]);
    expect(gap.open).to.have.members([
      ...unread("entries 230–255 (26 in all)", 323),
      `${SERVICE}: 1 payloads are not there, and an entry that is unknown may say that they were erased`,
    ]);
    expect(gap.notes).to.have.members([
      `${SERVICE}: 1 erasures are of entries that are unknown; whether those had payloads is not known`,
      `${SERVICE}: sequence of desk-2, main not known throughout: their numbers go on with others than before the entries that are unknown`,
    ]);
  });
});
