import { expect } from "chai";
import fc from "fast-check";
import {
  buildEntryBundle,
  buildHashTile,
  parseEntryBundle,
  parseHashTile,
} from "../../../../sdk/log/tiles/index.ts";
import { codeOf } from "../../support/code-of.ts";

const plain = (parts: Uint8Array[]) => parts.map((part) => [...part]);

describe("hash tiles", () => {
  it("read back as they were built, at every width", () => {
    for (let width = 1; width <= 256; width++) {
      const hashes = Array.from({ length: width }, (_, i) => new Uint8Array(32).fill(i));
      const bytes = buildHashTile(hashes);
      expect(bytes.length).to.equal(width * 32);
      expect(plain(parseHashTile(bytes))).to.deep.equal(plain(hashes));
      expect(parseHashTile(bytes, 1)).to.have.length(1);
    }
  });

  for (const [what, bytes, width] of [
    ["no bytes", 0, undefined],
    ["a cut hash", 63, undefined],
    ["more than 256 hashes", 257 * 32, undefined],
    ["fewer hashes than wanted", 64, 3],
  ] as const) {
    it(`of ${what} are refused`, () =>
      expect(codeOf(() => parseHashTile(new Uint8Array(bytes), width))).to.equal("LOG_TILE_MALFORMED"));
  }

  it("are not built of nothing, of 257 hashes, or of a short one", () => {
    const hash = new Uint8Array(32);
    for (const hashes of [[], Array(257).fill(hash), [hash, new Uint8Array(31)]])
      expect(codeOf(() => buildHashTile(hashes))).to.equal("LOG_TILE_MALFORMED");
  });
});

describe("entry bundles", () => {
  it("have a big-endian length before each entry", () =>
    expect([...buildEntryBundle([new Uint8Array([7, 8]), new Uint8Array(258)]).subarray(0, 6)]).to.deep.equal(
      [0, 2, 7, 8, 1, 2],
    ));

  it("read back as they were built, also when they lie within other bytes", () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 256 });
    fc.assert(
      fc.property(entries, (some) => {
        const bytes = buildEntryBundle(some);
        expect(plain(parseEntryBundle(bytes))).to.deep.equal(plain(some));
        const around = new Uint8Array(bytes.length + 5);
        around.set(bytes, 3);
        expect(plain(parseEntryBundle(around.subarray(3, 3 + bytes.length), 1))).to.deep.equal(
          plain([some[0]!]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it("take entries of 65,535 bytes and no longer ones", () => {
    expect(parseEntryBundle(buildEntryBundle([new Uint8Array(65_535)]))[0]).to.have.length(65_535);
    expect(codeOf(() => buildEntryBundle([new Uint8Array(65_536)]))).to.equal("LOG_BUNDLE_MALFORMED");
  });

  it("are refused when cut anywhere within an entry or a length", () => {
    const bytes = buildEntryBundle([new Uint8Array([1, 2, 3]), new Uint8Array([4])]);
    for (const end of [1, 2, 3, 4, 6, 7])
      expect(codeOf(() => parseEntryBundle(bytes.subarray(0, end)))).to.equal("LOG_BUNDLE_MALFORMED");
  });

  it("are refused when empty, of more than 256 entries, or of fewer than wanted", () => {
    const empty = new Uint8Array(2);
    expect(codeOf(() => parseEntryBundle(new Uint8Array()))).to.equal("LOG_BUNDLE_MALFORMED");
    expect(codeOf(() => parseEntryBundle(new Uint8Array(257 * 2)))).to.equal("LOG_BUNDLE_MALFORMED");
    expect(codeOf(() => parseEntryBundle(empty, 2))).to.equal("LOG_BUNDLE_MALFORMED");
    for (const entries of [[], Array(257).fill(empty)])
      expect(codeOf(() => buildEntryBundle(entries))).to.equal("LOG_BUNDLE_MALFORMED");
  });
});
