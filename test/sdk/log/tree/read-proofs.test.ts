import { expect } from "chai";
import fc from "fast-check";
import { toHex } from "../../../../sdk/hex.ts";
import type { Tile } from "../../../../sdk/log/tiles/index.ts";
import { buildHashTile } from "../../../../sdk/log/tiles/index.ts";
import { readConsistency, readInclusion, readRoot } from "../../../../sdk/log/tree/index.ts";
import {
  leafHash,
  merkleRoot,
  nodeHash,
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "../../../../sdk/merkle.ts";
import { fromBase64, vectors } from "../../support/vectors.ts";
import { grow, leavesOf } from "./support.ts";

const plain = <P extends { path: readonly Uint8Array[] }>(proof: P) => ({
  ...proof,
  path: proof.path.map(toHex),
});

describe("proofs from tiles", function () {
  this.timeout(60_000);
  const leaves = leavesOf(70_000);
  const { tiles } = grow(leaves);

  it("of inclusion are those made from all leaves", async () => {
    const place = fc
      .integer({ min: 1, max: 70_000 })
      .chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));
    await fc.assert(
      fc.asyncProperty(place, async ([index, size]) => {
        const proof = await readInclusion(tiles, index, size);
        expect(plain(proof)).to.deep.equal(plain(proveInclusion(leaves.slice(0, size), index)));
        expect(verifyInclusion(leaves[index]!, proof, await readRoot(tiles, size))).to.equal(true);
      }),
      {
        numRuns: 30,
        examples: [[[0, 1]], [[255, 256]], [[256, 257]], [[69_999, 70_000]], [[65_535, 65_537]]],
      },
    );
  });

  it("of consistency are those made from all leaves", async () => {
    const sizes = fc
      .integer({ min: 1, max: 70_000 })
      .chain((size) => fc.tuple(fc.integer({ min: 1, max: size }), fc.constant(size)));
    await fc.assert(
      fc.asyncProperty(sizes, async ([prefix, size]) => {
        const proof = await readConsistency(tiles, prefix, size);
        expect(plain(proof)).to.deep.equal(plain(proveConsistency(leaves.slice(0, size), prefix)));
        const roots = await Promise.all([readRoot(tiles, prefix), readRoot(tiles, size)]);
        expect(verifyConsistency(proof, ...roots)).to.equal(true);
      }),
      { numRuns: 30, examples: [[[1, 1]], [[256, 256]], [[256, 257]], [[65_536, 70_000]], [[1, 70_000]]] },
    );
  });

  it("of every leaf and prefix of every size up to 70 are those made from all leaves", async () => {
    for (let size = 1; size <= 70; size++) {
      const some = leaves.slice(0, size);
      for (let index = 0; index < size; index++) {
        expect(plain(await readInclusion(tiles, index, size))).to.deep.equal(
          plain(proveInclusion(some, index)),
        );
        expect(plain(await readConsistency(tiles, index + 1, size))).to.deep.equal(
          plain(proveConsistency(some, index + 1)),
        );
      }
    }
  });

  it("read few tiles", async () => {
    const read: Tile[] = [];
    const counting = { readTile: (tile: Tile) => (read.push(tile), tiles.readTile(tile)) };
    await readInclusion(counting, 12_345, 70_000);
    expect(read.length).to.be.at.most(6);
  });

  for (const [index, size] of [
    [-1, 3],
    [3, 3],
    [0.5, 3],
    [0, 2 ** 53],
  ] as const) {
    it(`of leaf ${index} of ${size} are refused`, async () => {
      const code = await readInclusion(tiles, index, size).catch((error: { code: string }) => error.code);
      expect(code).to.equal("MERKLE_INDEX_OUT_OF_RANGE");
      const other = await readConsistency(tiles, index === 0 ? 0 : index < 0 ? -1 : 4, 3).catch(
        (error: { code: string }) => error.code,
      );
      expect(other).to.equal("MERKLE_INDEX_OUT_OF_RANGE");
    });
  }
});

describe("proofs against the vectors of RFC 9162", () => {
  const data = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ].map((hex) => leafHash(new Uint8Array(Buffer.from(hex, "hex"))));
  const { tiles } = grow(data);
  type Inclusion = {
    leafIdx: number;
    treeSize: number;
    root: string;
    proof: string[] | null;
    wantErr: boolean;
  };
  type Consistency = {
    size1: number;
    size2: number;
    root2: string;
    proof: string[] | null;
    wantErr: boolean;
  };

  const happy = <V extends { wantErr: boolean; proof: string[] | null }>(folder: string) =>
    vectors<V>(folder).filter(({ name, vector }) => name.endsWith("happy-path.json") && !vector.wantErr);

  it("there are some of both kinds", () => {
    expect(happy("rfc9162/inclusion")).to.have.length.above(1);
    expect(happy("rfc9162/consistency")).to.have.length.above(1);
  });
  for (const { name, vector } of happy<Inclusion>("rfc9162/inclusion")) {
    it(`are made as in ${name}`, async () => {
      const proof = await readInclusion(tiles, vector.leafIdx, vector.treeSize);
      expect(proof.path.map(toHex)).to.deep.equal((vector.proof ?? []).map(fromBase64).map(toHex));
      expect(toHex(await readRoot(tiles, vector.treeSize))).to.equal(toHex(fromBase64(vector.root)));
    });
  }
  for (const { name, vector } of happy<Consistency>("rfc9162/consistency")) {
    it(`are made as in ${name}`, async () => {
      const proof = await readConsistency(tiles, vector.size1, vector.size2);
      expect(proof.path.map(toHex)).to.deep.equal((vector.proof ?? []).map(fromBase64).map(toHex));
      expect(toHex(await readRoot(tiles, vector.size2))).to.equal(toHex(fromBase64(vector.root2)));
    });
  }
});

describe("proofs of logs of a million million entries", () => {
  const usual = leafHash(new TextEncoder().encode("usual"));
  const special = leafHash(new TextEncoder().encode("special"));
  const complete = [usual];
  for (let level = 0; level < 48; level++) complete.push(nodeHash(complete[level]!, complete[level]!));

  /** Root over the leaves [index · 2^level, …) of a log of which only the leaf at `place` is another than all others. */
  function subtree(level: number, index: number, place: number): Uint8Array {
    if (Math.floor(place / 2 ** level) !== index) return complete[level]!;
    if (level === 0) return special;
    return nodeHash(subtree(level - 1, index * 2, place), subtree(level - 1, index * 2 + 1, place));
  }
  const log = (place: number) => ({
    readTile: ({ level, index, width }: Tile) =>
      buildHashTile(
        Array.from({ length: width }, (_, i) => subtree((level as number) * 8, index * 256 + i, place)),
      ),
  });
  /** The definition of the root, by halves. */
  function definition(from: number, size: number, place: number): Uint8Array {
    const level = Math.floor(Math.log2(size));
    if (2 ** level === size) return subtree(level, from / size, place);
    const half = 2 ** level;
    return nodeHash(definition(from, half, place), definition(from + half, size - half, place));
  }

  const cases = [
    [2 ** 40 + 12_345, 2 ** 40 + 7],
    [2 ** 40, 2 ** 40 - 1],
    [2 ** 40 - 1, 2 ** 31],
    [2 ** 33 + 2 ** 32 + 1, 2 ** 33 + 2 ** 32],
    [2 ** 32 + 1, 2 ** 32 - 1],
    [2 ** 45 + 3, 2 ** 44 + 2 ** 36],
  ] as const;
  for (const [size, place] of cases) {
    it(`hold at size ${size}, leaf ${place}`, async () => {
      const reader = log(place);
      const root = await readRoot(reader, size);
      expect(toHex(root)).to.equal(toHex(definition(0, size, place)));
      const proof = await readInclusion(reader, place, size);
      expect(proof.path.length).to.be.at.most(46);
      expect(verifyInclusion(special, proof, root)).to.equal(true);
      expect(verifyInclusion(special, { ...proof, index: place - 1 }, root)).to.equal(false);
      expect(verifyInclusion(usual, proof, root)).to.equal(false);
      const prefix = place + 1;
      const before = definition(0, prefix, place);
      const consistency = await readConsistency(reader, prefix, size);
      expect(verifyConsistency(consistency, before, root)).to.equal(true);
      expect(verifyConsistency(consistency, definition(0, prefix, place - 1), root)).to.equal(false);
    });
  }

  it("agree with leaves at a size that fits in memory", async () => {
    const leaves = Array.from({ length: 1_000 }, (_, i) => (i === 700 ? special : usual));
    expect(toHex(await readRoot(log(700), 1_000))).to.equal(toHex(merkleRoot(leaves)));
  });
});
