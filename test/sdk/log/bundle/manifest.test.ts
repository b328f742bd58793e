import { expect } from "chai";
import { canonicalBytes } from "../../../../sdk/canonical-json.ts";
import type { Json } from "../../../../sdk/canonical-json.ts";
import {
  MAX_GROWTH,
  MAX_MANIFEST,
  bundleCid,
  fetchManifest,
  manifestBytes,
  openBundle,
  parseManifest,
  tilesOfGrowth,
} from "../../../../sdk/log/bundle/index.ts";
import type { BundleManifest } from "../../../../sdk/log/bundle/index.ts";
import { tileName } from "../../../../sdk/log/tiles/index.ts";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { toHex } from "../../../../sdk/hex.ts";
import { sha256 } from "../../../../sdk/sha256.ts";
import { rejection } from "../../../support/rejection.ts";
import { MemoryDocuments } from "../support/memory-documents.ts";
import { entriesOf, publish, sourceOf } from "./support.ts";

const CID = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy";
const bytes = (value: unknown) => canonicalBytes(value as Json);

function refusal(input: Uint8Array): { code: string; path: unknown } {
  try {
    parseManifest(input);
  } catch (error) {
    if (error instanceof ProngsaiError) return { code: error.code, path: error.details["path"] };
    throw error;
  }
  throw new Error("it was taken");
}

describe("the manifest of a bundle", () => {
  let manifest: BundleManifest;
  before(async () => {
    const documents = new MemoryDocuments();
    const anchored = await publish(documents, sourceOf(entriesOf(520)), [300, 520]);
    manifest = await fetchManifest({ documents }, anchored);
  });

  it("names what is new: entry bundles and hash tiles that were not full before", () =>
    expect(Object.keys(manifest.tiles)).to.have.members([
      ...["tile/entries/001", "tile/entries/002.p/8"],
      ...["tile/0/001", "tile/0/002.p/8", "tile/1/000.p/2"],
    ]));

  it("reads back as it was written", () =>
    expect(parseManifest(manifestBytes(manifest))).to.deep.equal(manifest));

  it("is one block whose CID is the anchor's hash, at the largest growth and index too", async () => {
    const from = 2 ** 47 - MAX_GROWTH - 1;
    const growth = { from, to: from + MAX_GROWTH };
    const tiles = Object.fromEntries(tilesOfGrowth(growth).map((tile) => [tileName(tile), CID]));
    const largest = bytes({ ...manifest, ...growth, tiles });
    expect(largest.length).to.be.within(150_000, MAX_MANIFEST);
    const { cid } = await new MemoryDocuments().put(largest);
    expect(bundleCid(toHex(sha256(largest)))).to.equal(cid);
  });

  const changes: [string, (one: BundleManifest) => unknown, path: string][] = [
    ["another type", (one) => ({ ...one, type: "prongsai-log-receipt" }), "$.type"],
    ["a further member", (one) => ({ ...one, note: "x" }), "$.note"],
    ["no service's name", (one) => ({ ...one, service: "Police" }), "$.service"],
    ["another service's checkpoint", (one) => ({ ...one, service: "th.go.other" }), "$.checkpoint"],
    [
      "another size's checkpoint",
      (one) => ({ ...one, to: 519, tiles: { ...tilesFor(300, 519) } }),
      "$.checkpoint",
    ],
    ["another root's checkpoint", (one) => ({ ...one, root: `0x${"00".repeat(32)}` }), "$.checkpoint"],
    ["a cut signature", (one) => ({ ...one, coseSignature: `0x${"00".repeat(63)}` }), "$.coseSignature"],
    ["no growth", (one) => ({ ...one, from: 520 }), "$.to"],
    ["a growth beyond the limit", (one) => ({ ...one, to: one.from + MAX_GROWTH + 1 }), "$.to"],
    ["a fraction", (one) => ({ ...one, from: 0.5 }), "$.from"],
    ["a missing tile", ({ tiles, ...one }) => ({ ...one, tiles: without(tiles, "tile/0/001") }), "$.tiles"],
    ["a further tile", (one) => ({ ...one, tiles: { ...one.tiles, "tile/0/000": CID } }), "$.tiles"],
    [
      "a narrower tile",
      (one) => ({
        ...one,
        tiles: { ...without(one.tiles, "tile/entries/001"), "tile/entries/001.p/9": CID },
      }),
      "$.tiles",
    ],
    ["what is no CID", (one) => ({ ...one, tiles: { ...one.tiles, "tile/0/001": "Qm" } }), "$.tiles"],
    ["a CID that is no text", (one) => ({ ...one, tiles: { ...one.tiles, "tile/0/001": 7 } }), "$.tiles"],
  ];
  const without = (tiles: BundleManifest["tiles"], name: string) =>
    Object.fromEntries(Object.entries(tiles).filter(([other]) => other !== name));
  const tilesFor = (from: number, to: number) =>
    Object.fromEntries(tilesOfGrowth({ from, to }).map((tile) => [tileName(tile), CID]));
  for (const [what, change, path] of changes) {
    it(`with ${what} is refused at ${path}`, () =>
      expect(refusal(bytes(change(manifest)))).to.deep.equal({ code: "LOG_FILE_MALFORMED", path }));
  }

  it("of a later version is refused as such", () =>
    expect(refusal(bytes({ ...manifest, version: 2 })).code).to.equal("LOG_FILE_VERSION"));

  const text = () => new TextDecoder().decode(manifestBytes(manifest));
  const encode = (one: string) => new TextEncoder().encode(one);
  for (const [what, make] of [
    ["white space", () => encode(` ${text()}`)],
    ["a byte order mark", () => encode(`\ufeff${text()}`)],
    ["a member twice", () => encode(text().replace('"from":300', '"from":299,"from":300'))],
    ["members in another order", () => encode(JSON.stringify(manifest))],
    ["a number written otherwise", () => encode(text().replace('"from":300', '"from":3e2'))],
    ["broken UTF-8", () => Uint8Array.of(...manifestBytes(manifest).subarray(0, 20), 0xff)],
    ["a cut", () => manifestBytes(manifest).subarray(0, -1)],
    ["nothing", () => new Uint8Array()],
    ["too many bytes", () => encode(text() + " ".repeat(MAX_MANIFEST))],
  ] as const) {
    it(`with ${what} is refused`, () => {
      const found = refusal(make());
      expect(found).to.deep.equal({ code: "LOG_FILE_MALFORMED", path: "$" });
    });
  }

  it("with a checkpoint that is none is refused", () =>
    expect(refusal(bytes({ ...manifest, checkpoint: "x" })).code).to.equal("LOG_NOTE_MALFORMED"));

  it("that is longer than one block is given up", async () => {
    const documents = new MemoryDocuments();
    const { cid } = await documents.put(new Uint8Array(MAX_MANIFEST + 1));
    // The chain can name raw blocks only; a store that gives a larger one lies.
    const bundle = `0x${"22".repeat(32)}`;
    const lying = { get: () => documents.get(cid) };
    const anchored = {
      service: manifest.service,
      from: 300,
      fromRoot: "",
      to: 520,
      root: manifest.root,
      bundle,
    };
    const error = await rejection(openBundle({ documents: lying }, anchored));
    expect(error).to.include({ code: "LOG_PUBLISHED_TOO_LARGE" });
  });
});
