import { expect } from "chai";
import { id } from "ethers";
import { checkLogs } from "../../../scripts/audit/logs/check.ts";
import { Part } from "../../../scripts/audit/part.ts";
import { parseManifest } from "../../../sdk/log/bundle/index.ts";
import type { AnchoredGrowth } from "../../../sdk/log/bundle/index.ts";
import { bundleCid } from "../../../sdk/log/bundle/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import type { RegisterEvent } from "../../../sdk/replay/index.ts";
import { entriesOf, publish, sourceOf } from "../../sdk/log/bundle/support.ts";
import { log, SERVICE } from "../../sdk/log/support/log-fixture.ts";
import { MemoryDocuments } from "../../sdk/log/support/memory-documents.ts";

const event = (name: string, block: number, args: RegisterEvent["args"]): RegisterEvent => ({
  ...{ register: "ActionLog", name, block, time: BigInt(block), txHash: id(`${block}`), logIndex: 0 },
  args: { service: id(SERVICE), ...args },
});

/** What the chain says when these are the anchors of the log, each in the block of its place. */
function eventsOf(anchors: readonly AnchoredGrowth[]): RegisterEvent[] {
  const key = { keyId: id("key"), use: 1n, validFrom: 0n, validUntil: 1_000n };
  return [
    event("ServiceRegistered", 0, { name: SERVICE, agency: 1007n }),
    event("KeyAdded", 0, { ...key, publicKey: `0x${Buffer.from(log.key.publicKey).toString("hex")}` }),
    ...anchors.map(({ to, root, bundle }, at) => event("Anchored", at, { size: BigInt(to), root, bundle })),
  ];
}

/** The entries are no records: what is said of that is left out. */
async function checked(documents: MemoryDocuments, anchors: readonly AnchoredGrowth[]) {
  const part = new Part("logs");
  await checkLogs({ documents, events: eventsOf(anchors) }, part);
  const found = part.findings.filter(({ code }) => code !== "LOG_ENTRY_FORM");
  return { ...part, found: found.map(({ code, entity, block }) => `${code} ${block} ${entity}`) };
}

const tilesOf = (documents: MemoryDocuments, { bundle }: AnchoredGrowth) =>
  parseManifest(documents.blocks.get(bundleCid(bundle))!).tiles;

type Tile = Parameters<TileReader["readTile"]>[0];

/** The tiles of one log, and where `lies` says so those of another. */
const mixed = (truth: TileReader, lie: TileReader, lies: (tile: Tile) => boolean): TileReader => ({
  readTile: (tile) => (lies(tile) ? lie : truth).readTile(tile),
});

describe("how an audit proves the entries of a log", function () {
  this.timeout(120_000);

  const documents = new MemoryDocuments();
  const truth = sourceOf(entriesOf(900));
  const lie = sourceOf(
    entriesOf(900)
      .with(300, new Uint8Array([1]))
      .with(880, new Uint8Array([2])),
  );
  const sizes = [250, 850, 900] as const;

  /** Anchors of the true roots, the second published with lies. */
  async function anchorsWith(lies: (tile: Tile) => boolean): Promise<AnchoredGrowth[]> {
    const anchors = sizes.map(async (to, at) => {
      const source = at === 1 ? mixed(truth, lie, lies) : truth;
      return await publish(documents, truth, [sizes[at - 1] ?? 0, to], source);
    });
    return await Promise.all(anchors);
  }

  it("finds nothing in a log that is in order", async () => {
    const { found, open, notes, checked: counts } = await checked(documents, await anchorsWith(() => false));
    expect([...found, ...open, ...notes]).to.deep.equal([]);
    expect(counts).to.include({ anchors: 3, checkpoints: 3, entries: 900, "trees rebuilt": 3 });
  });

  it("names a false hash tile, and proves its entries without it", async () => {
    const anchors = await anchorsWith(({ level, index }) => level === 0 && index === 1);
    const { found, open } = await checked(documents, anchors);
    const cid = tilesOf(documents, anchors[1]!)["tile/0/001"];
    expect(found).to.deep.equal([`LOG_BUNDLE_ROOT 1 entries 256–511 of ${SERVICE}, tile/0/001 ${cid}`]);
    expect(open).to.deep.equal([]);
  });

  it("names a false tile of a level above", async () => {
    const anchors = await anchorsWith(({ level }) => level === 1);
    const { found, open } = await checked(documents, anchors);
    const cid = tilesOf(documents, anchors[1]!)["tile/1/000.p/3"];
    expect(found).to.deep.equal([`LOG_BUNDLE_ROOT 1 entries 250–849 of ${SERVICE}, tile/1/000.p/3 ${cid}`]);
    expect(open).to.deep.equal([]);
  });

  it("says which entries are not proven when they and their hashes were altered together", async () => {
    const anchors = await anchorsWith(({ index, level }) => index === 1 && level !== 1);
    const { found, open, checked: counts } = await checked(documents, anchors);
    expect(found).to.have.length(1);
    expect(found[0]).to.include(`LOG_BUNDLE_ROOT 1 entries 256–511 of ${SERVICE}, tile/0/001 `);
    expect(open).to.deep.equal([
      `${SERVICE}: entries 256–511 (256 in all) could not be read; all others of 900 were checked`,
    ]);
    expect(counts).to.include({ "trees rebuilt": 2, entries: 644 });
  });

  it("says of a bundle of another log altogether that nothing of it is proven, and goes on", async () => {
    const other = sourceOf(entriesOf(900).toReversed());
    const [first, second] = await anchorsWith(() => false);
    const false1 = await publish(documents, truth, [250, 850], other);
    const last = await publish(documents, truth, [850, 900]);
    const lost = await checked(documents, [first!, false1, last]);
    expect(lost.found[0]).to.include(`LOG_BUNDLE_ROOT 1 entries 250–849 of ${SERVICE}`);
    // The open tile stands again in the bundle after it.
    expect(lost.open[0]).to.include(": entries 250–767 (518 in all) could not be read");
    expect(second!.root).to.equal(false1.root);

    const alone = await checked(documents, [first!, false1]);
    expect(alone.found).to.deep.equal([`LOG_BUNDLE_ROOT 1 entries 250–849 of ${SERVICE}`]);
    expect(alone.open[0]).to.include(": entries 250–849 (600 in all) could not be read");
  });

  it("notices a tree that did not grow out of the one before", async () => {
    const [first] = await anchorsWith(() => false);
    const rewritten = sourceOf(entriesOf(900).with(7, new Uint8Array([3])));
    const second = await publish(documents, rewritten, [250, 850]);
    const { found } = await checked(documents, [first!, second]);
    expect(found).to.deep.equal([`LOG_BUNDLE_ROOT 1 entries 250–849 of ${SERVICE}`]);
  });

  it("is not held up by a claim of more entries than any bundle can have", async () => {
    const [first] = await anchorsWith(() => false);
    const to = 2 ** 48 - 1;
    const claim = { ...first!, from: 250, fromRoot: first!.root, to, root: id("r"), bundle: id("b") };
    const { found, open } = await checked(documents, [first!, claim]);
    expect(found).to.deep.equal([
      `DOCUMENT_MISSING 1 entries 250–${to - 1} of ${SERVICE}, manifest ${bundleCid(id("b"))}`,
    ]);
    expect(open[0]).to.include(`entries 250–${to - 1} (`);
  });

  it("builds a lost tile of a high level again", async () => {
    const large = sourceOf(entriesOf(66_000));
    const anchors = [
      await publish(documents, large, [0, 300]),
      await publish(documents, large, [300, 65_900]),
      await publish(documents, large, [65_900, 66_000]),
    ];
    const cid = tilesOf(documents, anchors[1]!)["tile/1/000"]!;
    const bytes = documents.blocks.get(cid)!;
    documents.blocks.delete(cid);
    const { found, open, checked: counts } = await checked(documents, anchors);
    documents.blocks.set(cid, bytes);
    expect(found).to.deep.equal([`DOCUMENT_MISSING 1 entries 300–65535 of ${SERVICE}, tile/1/000 ${cid}`]);
    expect(open).to.deep.equal([]);
    expect(counts).to.include({ entries: 66_000, "trees rebuilt": 3 });
  });
});
