import { expect } from "chai";
import fc from "fast-check";
import { leafHash, merkleRoot, proveInclusion, verifyInclusion } from "../../../sdk/merkle.ts";
import { codeOf } from "../support/code-of.ts";
import { fromBase64, vectors } from "../support/vectors.ts";

type Vector = {
  leafIdx: number;
  treeSize: number;
  root: string | null;
  leafHash: string | null;
  proof: string[] | null;
  wantErr: boolean;
};

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(new TextEncoder().encode(`row ${i}`)));

describe("Merkle inclusion proofs", function () {
  this.timeout(30_000);
  const all = vectors<Vector>("rfc9162/inclusion");
  it("has vectors of both kinds", () => {
    expect(all.filter(({ vector }) => vector.wantErr)).to.have.length.above(30);
    expect(all.filter(({ vector }) => !vector.wantErr)).to.have.length.above(2);
  });
  for (const { name, vector } of all) {
    it(`${vector.wantErr ? "refuses" : "accepts"} ${name}`, () => {
      const proof = {
        index: vector.leafIdx,
        size: vector.treeSize,
        path: (vector.proof ?? []).map(fromBase64),
      };
      expect(verifyInclusion(fromBase64(vector.leafHash), proof, fromBase64(vector.root))).to.equal(
        !vector.wantErr,
      );
    });
  }

  it("are made for every leaf of every size up to 40, and for no other leaf, index or root", () => {
    for (let size = 1; size <= 40; size++) {
      const leaves = rows(size);
      const root = merkleRoot(leaves);
      leaves.forEach((leaf, index) => {
        const proof = proveInclusion(leaves, index);
        expect(verifyInclusion(leaf, proof, root)).to.equal(true);
        expect(proof.path.length).to.be.at.most(Math.ceil(Math.log2(size)));
        if (size > 1) {
          expect(verifyInclusion(leaves[(index + 1) % size] as Uint8Array, proof, root)).to.equal(false);
          expect(verifyInclusion(leaf, { ...proof, index: (index + 1) % size }, root)).to.equal(false);
          expect(verifyInclusion(leaf, proof, merkleRoot(leaves, 1))).to.equal(false);
        }
      });
    }
  });

  it("fail when any byte of the path is changed", () => {
    const leaves = rows(300);
    const root = merkleRoot(leaves);
    fc.assert(
      fc.property(
        fc.nat(299),
        fc.nat(),
        fc.nat(31),
        fc.integer({ min: 1, max: 255 }),
        (index, at, byte, mask) => {
          const proof = proveInclusion(leaves, index);
          const path = proof.path.map((hash) => hash.slice());
          const hash = path[at % path.length] as Uint8Array;
          hash[byte] = (hash[byte] as number) ^ mask;
          expect(verifyInclusion(leaves[index] as Uint8Array, { ...proof, path }, root)).to.equal(false);
        },
      ),
    );
  });

  for (const index of [-1, 3, 0.5]) {
    it(`cannot be made for leaf ${index} of 3`, () =>
      expect(codeOf(() => proveInclusion(rows(3), index))).to.equal("MERKLE_INDEX_OUT_OF_RANGE"));
  }
});
