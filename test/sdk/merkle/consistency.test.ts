import { expect } from "chai";
import { leafHash, merkleRoot, proveConsistency, verifyConsistency } from "../../../sdk/merkle.ts";
import { codeOf } from "../support/code-of.ts";
import { fromBase64, vectors } from "../support/vectors.ts";

type Vector = {
  size1: number;
  size2: number;
  root1: string | null;
  root2: string | null;
  proof: string[] | null;
  wantErr: boolean;
};

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(new TextEncoder().encode(`row ${i}`)));

describe("Merkle consistency proofs", function () {
  this.timeout(30_000);
  const all = vectors<Vector>("rfc9162/consistency");
  it("has vectors of both kinds", () => {
    expect(all.filter(({ vector }) => vector.wantErr)).to.have.length.above(20);
    expect(all.filter(({ vector }) => !vector.wantErr)).to.have.length.above(2);
  });
  for (const { name, vector } of all) {
    it(`${vector.wantErr ? "refuses" : "accepts"} ${name}`, () => {
      const proof = { prefix: vector.size1, size: vector.size2, path: (vector.proof ?? []).map(fromBase64) };
      const holds = verifyConsistency(proof, fromBase64(vector.root1), fromBase64(vector.root2));
      expect(holds).to.equal(!vector.wantErr);
    });
  }

  it("are made for every prefix of every size up to 32, and for no other prefix or root", () => {
    for (let size = 1; size <= 32; size++) {
      const leaves = rows(size);
      const root = merkleRoot(leaves);
      for (let prefix = 1; prefix <= size; prefix++) {
        const proof = proveConsistency(leaves, prefix);
        const before = merkleRoot(leaves, 0, prefix);
        expect(verifyConsistency(proof, before, root)).to.equal(true);
        if (size > 1) {
          const other = prefix === 1 ? 2 : prefix - 1;
          expect(verifyConsistency({ ...proof, prefix: other }, before, root)).to.equal(false);
          expect(verifyConsistency(proof, merkleRoot(leaves, 0, other), root)).to.equal(false);
          expect(verifyConsistency(proof, before, merkleRoot(leaves, 1))).to.equal(false);
        }
      }
    }
  });

  for (const prefix of [0, 4, 1.5]) {
    it(`cannot be made for a prefix of ${prefix} of 3`, () =>
      expect(codeOf(() => proveConsistency(rows(3), prefix))).to.equal("MERKLE_INDEX_OUT_OF_RANGE"));
  }
});
