import { expect } from "chai";
import fc from "fast-check";
import { parseTileName, partialTiles, tileName, tileWidth } from "../../../../sdk/log/tiles/index.ts";
import { codeOf } from "../../support/code-of.ts";

describe("names of tiles (C2SP tlog-tiles)", () => {
  const known = [
    ["tile/0/000", { level: 0, index: 0, width: 256 }],
    ["tile/1/x001/x234/067", { level: 1, index: 1234067, width: 256 }],
    ["tile/0/x001/234.p/112", { level: 0, index: 1234, width: 112 }],
    ["tile/entries/999", { level: "entries", index: 999, width: 256 }],
    ["tile/entries/x001/000.p/1", { level: "entries", index: 1000, width: 1 }],
    ["tile/63/000.p/255", { level: 63, index: 0, width: 255 }],
  ] as const;
  for (const [name, tile] of known) {
    it(`writes and reads ${name}`, () => {
      expect(tileName(tile)).to.equal(name);
      expect(parseTileName(name)).to.deep.equal(tile);
    });
  }

  it("reads back every name that it writes", () => {
    const level = fc.oneof(fc.nat(63), fc.constant("entries" as const));
    const tile = fc.record({ level, index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) });
    fc.assert(
      fc.property(tile, (one) => {
        expect(parseTileName(tileName(one))).to.deep.equal(one);
      }),
    );
  });

  const malformed = [
    "",
    "tile/0/0",
    "tile/00/000",
    "tile/64/000",
    "tile/-1/000",
    "tile/entry/000",
    "tile/0/x000/001",
    "tile/0/001/234",
    "tile/0/x001",
    "tile/0/000.p/0",
    "tile/0/000.p/01",
    "tile/0/000.p/256",
    "tile/0/000.p/",
    "/tile/0/000",
    "tile/0/000/",
    "tile/0/000\n",
    "tile/0/x999/x999/x999/x999/x999/999",
    "tile/8/0/000",
  ];
  for (const name of malformed) {
    it(`refuses ${JSON.stringify(name)}`, () =>
      expect(codeOf(() => parseTileName(name))).to.equal("LOG_TILE_NAME"));
  }
});

describe("tiles of a tree", () => {
  it("are those of the specification's example of 70,000 entries", () => {
    const size = 70_000;
    expect(tileWidth(0, 272, size)).to.equal(256);
    expect(tileWidth(0, 273, size)).to.equal(112);
    expect(tileWidth(0, 274, size)).to.equal(0);
    expect(tileWidth(1, 0, size)).to.equal(256);
    expect(tileWidth("entries", 273, size)).to.equal(112);
    expect(partialTiles(size)).to.deep.equal([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
  });

  it("are a full one and one of width 1 above it at 256 entries, and none at 0", () => {
    expect(tileWidth(0, 0, 256)).to.equal(256);
    expect(partialTiles(256)).to.deep.equal([{ level: 1, index: 0, width: 1 }]);
    expect(partialTiles(0)).to.deep.equal([]);
  });

  it("are right beyond 32 bits", () => {
    const size = 2 ** 40 + 2 ** 33 + 5;
    expect(partialTiles(size)).to.deep.equal([
      { level: 0, index: 2 ** 32 + 2 ** 25, width: 5 },
      { level: 4, index: 1, width: 2 },
      { level: 5, index: 0, width: 1 },
    ]);
  });
});
