import { equalBytes, toHex } from "../../hex.ts";
import { sdkError } from "../../errors/sdk.ts";
import { MerkleAccumulator } from "../../merkle/accumulator.ts";
import { leafHash } from "../../merkle/hash.ts";
import { parseEntryBundle } from "../tiles/entry-bundle.ts";
import { parseHashTile } from "../tiles/hash-tile.ts";
import { tileName } from "../tiles/tile-name.ts";
import { TILE_WIDTH, tileWidth } from "../tiles/tile.ts";
import type { Tile } from "../tiles/tile.ts";
import { readPeaks } from "../tree/read-nodes.ts";
import type { TileReader } from "../tree/tile-reader.ts";
import { MemoryTiles } from "../tree/tile-reader.ts";
import { TiledTree } from "../tree/tiled-tree.ts";
import { bundleCid } from "./cid.ts";
import { fetchDocument } from "./fetch.ts";
import type { Fetching } from "./fetch.ts";
import { MAX_MANIFEST, parseManifest } from "./manifest.ts";
import type { BundleManifest } from "./manifest.ts";
import { tilesOfGrowth } from "./growth.ts";
import { PublishedTiles } from "./published-tiles.ts";

/** What the chain says of an anchor, and of the one before it. */
export type AnchoredGrowth = {
  /** reverse-DNS name of the service */
  readonly service: string;
  /** size before, 0 for the first anchor */
  readonly from: number;
  /** root before, `0x…`; of the empty tree for the first anchor */
  readonly fromRoot: string;
  /** size and root that were anchored */
  readonly to: number;
  readonly root: string;
  /** SHA-256 of the manifest, `0x…` */
  readonly bundle: string;
};

/** An entry as it was published: its place in the log, and its bytes (the canonical JSON of a record). */
export type PublishedEntry = { readonly index: number; readonly bytes: Uint8Array };

/** A bundle whose manifest and hash tiles are those of the anchored roots. */
export type OpenBundle = {
  readonly manifest: BundleManifest;
  /** all its hash tiles, verified */
  readonly tiles: TileReader;
  /**
   * The new entries [from, to) in order; each is handed out only after its hash was found under the anchored root.
   *
   * @throws ProngsaiError LOG_BUNDLE_ENTRY with the first entry that is not the anchored one; LOG_BUNDLE_MALFORMED,
   * LOG_PUBLISHED_TOO_LARGE; errors of `Documents.get`
   */
  entries(): AsyncGenerator<PublishedEntry>;
};

/**
 * The manifest that an anchor names.
 *
 * @throws ProngsaiError LOG_BUNDLE_NOT_ANCHORED when it says something else than the chain; LOG_PUBLISHED_TOO_LARGE,
 * LOG_FILE_MALFORMED, LOG_FILE_VERSION, LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED; errors of `Documents.get`
 */
export async function fetchManifest(
  fetching: Fetching,
  anchored: Omit<AnchoredGrowth, "fromRoot">,
): Promise<BundleManifest> {
  const bytes = await fetchDocument(fetching, bundleCid(anchored.bundle), MAX_MANIFEST);
  const manifest = parseManifest(bytes);
  for (const member of ["service", "from", "to", "root"] as const) {
    const found = manifest[member];
    if (found !== anchored[member])
      throw sdkError("LOG_BUNDLE_NOT_ANCHORED", {
        bundle: anchored.bundle,
        member,
        found,
        anchored: anchored[member],
      });
  }
  return manifest;
}

function misfit({ service, to }: Omit<AnchoredGrowth, "bundle">, part: string): never {
  throw sdkError("LOG_BUNDLE_ROOT", { service, size: to, part });
}

/**
 * Reads the hash tiles of a growth and builds the new tree from the old one's and the new leaf hashes.
 *
 * @param source gives each tile as wide as it is asked for
 * @throws ProngsaiError LOG_BUNDLE_ROOT when they do not give both roots; LOG_TILE_MALFORMED
 */
export async function verifiedTiles(
  source: TileReader,
  anchored: Omit<AnchoredGrowth, "bundle">,
): Promise<MemoryTiles> {
  const { from, fromRoot, to, root } = anchored;
  const tiles = new MemoryTiles();
  for (const tile of tilesOfGrowth(anchored))
    if (tile.level !== "entries") tiles.put(tile, (await source.readTile(tile))!);
  const before = MerkleAccumulator.from(from, await readPeaks(tiles, from)).root();
  if (toHex(before) !== fromRoot) misfit(anchored, `the first ${from} entries`);
  const check = (tile: Tile, bytes: Uint8Array) => {
    const made = bytes.subarray(0, tile.width * 32);
    if (!equalBytes(tiles.readTile(tile)!, made)) misfit(anchored, tileName(tile));
  };
  const tree = await TiledTree.resume(tiles, from, check);
  for (let index = from; index < to;) {
    const place = Math.floor(index / TILE_WIDTH);
    const hashes = parseHashTile(tiles.readTile({ level: 0, index: place, width: 1 })!);
    for (const hash of hashes.slice(index % TILE_WIDTH)) tree.append(hash);
    index = place * TILE_WIDTH + hashes.length;
  }
  for (const { tile, bytes } of tree.partialTiles()) check(tile, bytes);
  if (toHex(tree.root()) !== root) misfit(anchored, "the leaf hashes");
  return tiles;
}

async function* entriesOf(
  published: PublishedTiles,
  tiles: MemoryTiles,
  { service, from, to }: AnchoredGrowth,
): AsyncGenerator<PublishedEntry> {
  for (let place = Math.floor(from / TILE_WIDTH); place * TILE_WIDTH < to; place++) {
    const width = tileWidth("entries", place, to);
    const bytes = (await published.readTile({ level: "entries", index: place, width }))!;
    const hashes = parseHashTile(tiles.readTile({ level: 0, index: place, width })!);
    const entries = parseEntryBundle(bytes, width);
    for (const [at, entry] of entries.entries()) {
      const index = place * TILE_WIDTH + at;
      if (!equalBytes(leafHash(entry), hashes[at]!)) throw sdkError("LOG_BUNDLE_ENTRY", { service, index });
      if (index >= from) yield { index, bytes: entry };
    }
  }
}

/**
 * Opens what was published with an anchor, from this one bundle alone: the manifest says what the chain says, its hash
 * tiles give the root before and the anchored one, and the entries are checked as they are read. Memory is bounded: the
 * hash tiles (at most 9 MiB) and one entry bundle.
 *
 * @throws ProngsaiError LOG_BUNDLE_ROOT when the hash tiles do not give the anchored roots; LOG_TILE_MALFORMED; errors
 * of `fetchManifest`
 */
export async function openBundle(fetching: Fetching, anchored: AnchoredGrowth): Promise<OpenBundle> {
  const manifest = await fetchManifest(fetching, anchored);
  const published = new PublishedTiles(manifest, fetching);
  const tiles = await verifiedTiles(published, anchored);
  return { manifest, tiles, entries: () => entriesOf(published, tiles, anchored) };
}
