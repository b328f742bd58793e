import { expect } from "chai";
import fc from "fast-check";
import { toHex } from "../../../../sdk/hex.ts";
import { buildHashTile, parseHashTile, tileName } from "../../../../sdk/log/tiles/index.ts";
import { MemoryTiles, TiledTree, readPeaks, readRoot } from "../../../../sdk/log/tree/index.ts";
import { MerkleAccumulator, leafHash, merkleRoot } from "../../../../sdk/merkle.ts";
import { codeOf } from "../../support/code-of.ts";
import { grow, leavesOf } from "./support.ts";

const rejection = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "nothing was thrown",
    (error: { code?: string }) => error.code ?? String(error),
  );

describe("a tree that gives out its tiles", function () {
  this.timeout(60_000);

  it("has the root of RFC 9162, from memory and from its tiles, at every size up to 600", async () => {
    const leaves = leavesOf(600);
    const tiles = new MemoryTiles();
    const tree = new TiledTree((tile, bytes) => tiles.put(tile, bytes));
    expect(toHex(await readRoot(tiles, 0))).to.equal(toHex(tree.root()));
    const accumulator = new MerkleAccumulator();
    for (const leaf of leaves) {
      tree.append(leaf);
      accumulator.append(leaf);
      for (const { tile, bytes } of tree.partialTiles()) tiles.put(tile, bytes);
      const root = toHex(accumulator.root());
      expect(toHex(tree.root())).to.equal(root);
      expect(toHex(await readRoot(tiles, tree.size))).to.equal(root);
    }
    // Earlier sizes are still readable from tiles that have grown.
    for (const size of [1, 255, 256, 257, 511, 512, 599])
      expect(toHex(await readRoot(tiles, size))).to.equal(toHex(merkleRoot(leaves, 0, size)));
  });

  it("gives each full tile once, in which each hash is the root that the specification says", () => {
    const leaves = leavesOf(70_000);
    const { full, tree } = grow(leaves);
    const names = full.map(({ tile }) => tileName(tile));
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.have.length(273 + 1);
    const at1 = full.find(({ tile }) => tile.level === 1)!;
    const roots = Array.from({ length: 256 }, (_, i) => merkleRoot(leaves, i * 256, (i + 1) * 256));
    expect(toHex(at1.bytes)).to.equal(toHex(buildHashTile(roots)));
    const level0 = full.filter(({ tile }) => tile.level === 0);
    level0.forEach(({ tile, bytes }, index) => {
      expect(tile).to.deep.equal({ level: 0, index, width: 256 });
      expect(parseHashTile(bytes).map(toHex)).to.deep.equal(
        leaves.slice(index * 256, (index + 1) * 256).map(toHex),
      );
    });
    expect(tree.partialTiles().map(({ tile }) => tileName(tile))).to.deep.equal([
      "tile/0/273.p/112",
      "tile/1/001.p/17",
      "tile/2/000.p/1",
    ]);
  });

  it("goes on after a restart as if there had been none, from any size", async () => {
    const leaves = leavesOf(1_400);
    const whole = grow(leaves);
    await fc.assert(
      fc.asyncProperty(fc.nat(1_400), async (stop) => {
        const before = grow(leaves.slice(0, stop));
        const after = await TiledTree.resume(before.tiles, stop, (tile, bytes) =>
          before.tiles.put(tile, bytes),
        );
        expect(toHex(after.root())).to.equal(toHex(merkleRoot(leaves, 0, stop)));
        for (const leaf of leaves.slice(stop)) after.append(leaf);
        expect(after.size).to.equal(leaves.length);
        expect(toHex(after.root())).to.equal(toHex(whole.tree.root()));
        expect(after.partialTiles()).to.deep.equal(whole.tree.partialTiles());
        for (const { tile, bytes } of whole.full)
          expect(toHex(before.tiles.readTile(tile)!)).to.equal(toHex(bytes));
      }),
      { numRuns: 25, examples: [[0], [255], [256], [257], [512], [1_400]] },
    );
  });

  it("does not resume without all of its edge, nor from bytes that are no tile", async () => {
    const { full, tree } = grow(leavesOf(300));
    const without = new MemoryTiles();
    for (const { tile, bytes } of full) without.put(tile, bytes);
    expect(await rejection(TiledTree.resume(without, 300, () => {}))).to.equal("LOG_TILE_MISSING");
    const short = { readTile: () => new Uint8Array(33) };
    expect(await rejection(TiledTree.resume(short, 300, () => {}))).to.equal("LOG_TILE_MALFORMED");
    expect(tree.size).to.equal(300);
  });

  it("tells its peaks, from which an accumulator goes on", async () => {
    const leaves = leavesOf(777);
    const { tiles, tree } = grow(leaves);
    expect(tree.peaks.map(toHex)).to.deep.equal((await readPeaks(tiles, 777)).map(toHex));
    const accumulator = MerkleAccumulator.from(333, await readPeaks(tiles, 333, 777));
    for (const leaf of leaves.slice(333)) accumulator.append(leaf);
    expect(toHex(accumulator.root())).to.equal(toHex(tree.root()));
  });

  for (const [size, peaks] of [
    [3, 1],
    [3, 3],
    [0, 1],
    [-1, 0],
    [0.5, 0],
  ] as const) {
    it(`an accumulator of size ${size} cannot have ${peaks} peaks`, () => {
      const made = () => MerkleAccumulator.from(size, Array(peaks).fill(leafHash(new Uint8Array())));
      expect(codeOf(made)).to.equal("MERKLE_INDEX_OUT_OF_RANGE");
    });
  }
});
