import { expect } from "chai";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { toHex } from "../../../sdk/hex.ts";
import { MerkleAccumulator, leafHash, merkleRoot } from "../../../sdk/merkle.ts";

const sha = (...parts: Uint8Array[]) =>
  new Uint8Array(createHash("sha256").update(Buffer.concat(parts)).digest());

/** The recursive definition of RFC 9162 section 2.1.1, word for word. */
function definition(rows: readonly Uint8Array[]): Uint8Array {
  if (rows.length === 0) return sha();
  if (rows.length === 1) return sha(new Uint8Array([0]), rows[0] as Uint8Array);
  const k = 2 ** Math.floor(Math.log2(rows.length - 1));
  return sha(new Uint8Array([1]), definition(rows.slice(0, k)), definition(rows.slice(k)));
}

describe("Merkle roots", function () {
  this.timeout(30_000);
  it("follow the recursive definition at every size", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 }), (rows) => {
        const accumulator = new MerkleAccumulator();
        rows.forEach((row, index) => {
          accumulator.append(leafHash(row));
          expect(accumulator.size).to.equal(index + 1);
          expect(toHex(accumulator.root())).to.equal(toHex(definition(rows.slice(0, index + 1))));
        });
        expect(toHex(merkleRoot(rows.map(leafHash)))).to.equal(toHex(definition(rows)));
      }),
      { numRuns: 50 },
    );
  });

  it("of nothing is the SHA-256 of nothing", () => {
    expect(new MerkleAccumulator().root()).to.deep.equal(sha());
  });
});
