import { expect } from "chai";
import fc from "fast-check";
import { equalBytes } from "../../../../sdk/hex.ts";
import { openBundle } from "../../../../sdk/log/bundle/index.ts";
import type { AnchoredGrowth } from "../../../../sdk/log/bundle/index.ts";
import { tileName } from "../../../../sdk/log/tiles/index.ts";
import type { Tile } from "../../../../sdk/log/tiles/index.ts";
import { readInclusion } from "../../../../sdk/log/tree/index.ts";
import { leafHash, verifyInclusion } from "../../../../sdk/merkle.ts";
import { fromHex } from "../../../../sdk/hex.ts";
import { collect } from "../../support/collect.ts";
import { MemoryDocuments } from "../support/memory-documents.ts";
import { entriesOf, entry, publish, refusal, sourceOf } from "./support.ts";

const LONGEST = 66_100;
const all = entriesOf(LONGEST);
const whole = sourceOf(all);

async function opened(documents: MemoryDocuments, anchored: AnchoredGrowth) {
  const bundle = await openBundle({ documents }, anchored);
  return { ...bundle, list: await collect(bundle.entries()) };
}

describe("bundles", function () {
  this.timeout(120_000);

  const growths = [
    ...[
      [0, 1],
      [0, 256],
      [1, 2],
      [255, 256],
      [255, 257],
      [256, 257],
      [300, 301],
      [300, 900],
    ],
    ...[
      [65_535, 65_537],
      [65_536, 65_537],
      [65_400, LONGEST],
      [0, LONGEST],
    ],
  ] as [number, number][];
  for (const [from, to] of growths) {
    it(`give the entries from ${from} to ${to} from this one bundle, and prove them`, async () => {
      const documents = new MemoryDocuments();
      const anchored = await publish(documents, whole, [from, to]);
      const { list, tiles } = await opened(documents, anchored);
      expect(list.length).to.equal(to - from);
      expect(list.every(({ index, bytes }, at) => index === from + at && equalBytes(bytes, all[index]!))).to
        .be.true;
      for (const index of [from, to - 1]) {
        const proof = await readInclusion(tiles, index, to);
        expect(verifyInclusion(leafHash(all[index]!), proof, fromHex(anchored.root, 32))).to.be.true;
      }
    });
  }

  it("give every entry once, however a log was cut into anchors", async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 1_500 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(cuts, async (some) => {
        const documents = new MemoryDocuments();
        const sizes = [0, ...some.sort((a, b) => a - b)];
        const seen: number[] = [];
        for (const [at, to] of sizes.slice(1).entries()) {
          const anchored = await publish(documents, whole, [sizes[at]!, to]);
          seen.push(...(await opened(documents, anchored)).list.map(({ index }) => index));
        }
        expect(seen).to.deep.equal([...all.slice(0, sizes.at(-1)).keys()]);
      }),
      { numRuns: 15 },
    );
  });

  it("published twice give the same bundle and no further document", async () => {
    const documents = new MemoryDocuments();
    const once = await publish(documents, sourceOf(all.slice(0, 700)), [300, 700]);
    const blocks = documents.blocks.size;
    // The source has grown meanwhile.
    const again = await publish(documents, whole, [300, 700]);
    expect(again).to.deep.equal(once);
    expect(documents.blocks.size).to.equal(blocks);
  });

  const size = 700;
  const honest = all.slice(0, size);
  const altered = (index: number) => honest.map((one, at) => (at === index ? entry(at, "forged") : one));
  /** Publishes the honest log's root with some tiles of another log. */
  const mixed = (other: Uint8Array[], isLie: (tile: Tile) => boolean) => {
    const bad = sourceOf(other);
    return { readTile: (tile: Tile) => (isLie(tile) ? bad : whole).readTile(tile) };
  };
  const entriesOnly = ({ level }: Tile) => level === "entries";

  const lies: [string, Uint8Array[], index: number][] = [
    ["an altered entry", altered(333), 333],
    ["a dropped entry", honest.toSpliced(400, 1).concat([entry(700)]), 400],
    ["two entries in another order", honest.with(500, honest[501]!).with(501, honest[500]!), 500],
    ["an entry put between others", honest.toSpliced(600, 0, entry(1, "backdated")).slice(0, size), 600],
    ["an altered entry of an earlier anchor", altered(260), 260],
  ];
  for (const [what, other, index] of lies) {
    it(`with ${what} name the first entry that does not fit`, async () => {
      const documents = new MemoryDocuments();
      const anchored = await publish(documents, whole, [300, size], mixed(other, entriesOnly));
      const error = await refusal(opened(documents, anchored));
      expect(error).to.include({ code: "LOG_BUNDLE_ENTRY" });
      expect(error.details).to.deep.include({ index });
    });
  }

  it("hand out no entry that was not anchored", async () => {
    const documents = new MemoryDocuments();
    const anchored = await publish(documents, whole, [300, size], mixed(altered(513), entriesOnly));
    const { entries } = await openBundle({ documents }, anchored);
    const given: number[] = [];
    await refusal(
      (async () => {
        for await (const { index } of entries()) given.push(index);
      })(),
    );
    expect(given.at(-1)).to.equal(512);
  });

  it("whose hash tiles and entries agree on a forgery do not give the anchored root", async () => {
    for (const index of [299, 333]) {
      const documents = new MemoryDocuments();
      const anchored = await publish(
        documents,
        whole,
        [300, size],
        mixed(altered(index), () => true),
      );
      const error = await refusal(openBundle({ documents }, anchored));
      expect(error).to.include({ code: "LOG_BUNDLE_ROOT" });
    }
  });

  for (const tile of [
    { level: 0, index: 2, width: 188 },
    { level: 1, index: 0, width: 2 },
  ]) {
    it(`with a forged tile ${tileName(tile)} are refused`, async () => {
      const documents = new MemoryDocuments();
      const forged = (one: Tile) => tileName(one) === tileName(tile);
      const anchored = await publish(
        documents,
        whole,
        [300, size],
        mixed(altered(530).with(10, entry(0)), forged),
      );
      const error = await refusal(openBundle({ documents }, anchored));
      expect(error).to.include({ code: "LOG_BUNDLE_ROOT" });
    });
  }

  for (const [member, change] of [
    ["service", { service: "th.go.other" }],
    ["from", { from: 299 }],
    ["to", { to: 699 }],
    ["root", { root: `0x${"00".repeat(32)}` }],
  ] as const) {
    it(`of another ${member} than the chain's are refused`, async () => {
      const documents = new MemoryDocuments();
      const anchored = { ...(await publish(documents, whole, [300, size])), ...change };
      const error = await refusal(openBundle({ documents }, anchored));
      expect(error).to.include({ code: "LOG_BUNDLE_NOT_ANCHORED" });
      expect(error.details).to.include({ member });
    });
  }

  it("whose log did not extend the anchored one are refused", async () => {
    const documents = new MemoryDocuments();
    const anchored = { ...(await publish(documents, whole, [300, size])), fromRoot: `0x${"11".repeat(32)}` };
    const error = await refusal(openBundle({ documents }, anchored));
    expect(error.details).to.include({ part: "the first 300 entries" });
  });

  it("of which a document is missing say so", async () => {
    const documents = new MemoryDocuments();
    const anchored = await publish(documents, whole, [300, size]);
    const { manifest } = await openBundle({ documents }, anchored);
    for (const cid of Object.values(manifest.tiles)) {
      const block = documents.blocks.get(cid)!;
      documents.blocks.delete(cid);
      expect(await refusal(opened(documents, anchored))).to.include({ code: "DOCUMENT_UNAVAILABLE" });
      documents.blocks.set(cid, block);
    }
  });
});
