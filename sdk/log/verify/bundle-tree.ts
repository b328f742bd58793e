import { equalBytes } from "../../hex.ts";
import { leafHash } from "../../merkle/hash.ts";
import { verifyInclusion } from "../../merkle/inclusion.ts";
import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import { parseEntryBundle } from "../tiles/entry-bundle.ts";
import { buildHashTile } from "../tiles/hash-tile.ts";
import { TILE_WIDTH, tileWidth } from "../tiles/tile.ts";
import type { Tile } from "../tiles/tile.ts";
import { readInclusion } from "../tree/read-proofs.ts";
import { MemoryTiles } from "../tree/tile-reader.ts";
import type { TileReader } from "../tree/tile-reader.ts";
import { TiledTree } from "../tree/tiled-tree.ts";

/** An entry bundle as it was published. */
export type PublishedBundle = { readonly index: number; readonly bytes: Uint8Array };

/** The hash tiles that entries give, made without any of the published ones. */
export class BundleTree {
  readonly #size: number;
  readonly #made = new MemoryTiles();
  readonly #tiles: Tile[] = [];
  readonly #first: { readonly index: number; readonly leaf: Uint8Array }[] = [];
  readonly #tree = new TiledTree((tile, bytes) => this.#keep(tile, bytes));

  constructor(size: number) {
    this.#size = size;
  }

  /** Bundles are added in the log's order. @throws ProngsaiError LOG_BUNDLE_MALFORMED */
  add({ index, bytes }: PublishedBundle): void {
    const width = tileWidth("entries", index, this.#size);
    const leaves = parseEntryBundle(bytes, width).map(leafHash);
    this.#first.push({ index: index * TILE_WIDTH, leaf: leaves[0]! });
    // The tree gives out its own tiles; behind a gap there is none that could.
    if (this.#tree.size === index * TILE_WIDTH) for (const leaf of leaves) this.#tree.append(leaf);
    else this.#keep({ level: 0, index, width }, buildHashTile(leaves));
  }

  /** Whether all entries of the tree were added. */
  get whole(): boolean {
    return this.#tree.size === this.#size;
  }

  /** To be called when all bundles were added. */
  finish(): void {
    if (this.whole) for (const { tile, bytes } of this.#tree.partialTiles()) this.#keep(tile, bytes);
  }

  #keep(tile: Tile, bytes: Uint8Array): void {
    this.#made.put(tile, bytes);
    this.#tiles.push(tile);
  }

  /** How many of the tiles that the entries give were published too, and the first that is not the same. */
  async compare(published: TileReader): Promise<{ readonly compared: number; readonly other?: Tile }> {
    let compared = 0;
    for (const tile of this.#tiles) {
      const bytes = await published.readTile(tile);
      if (bytes === undefined) continue;
      const own = this.#made.readTile(tile)!;
      if (!equalBytes(bytes.subarray(0, own.length), own)) return { compared, other: tile };
      compared++;
    }
    return { compared };
  }

  /**
   * The first entry from which on the entries are not those under the root; undefined when all are. Each bundle's first
   * entry is proved with the bundle's own hashes as siblings, which proves the whole bundle.
   *
   * @throws ProngsaiError LOG_TILE_MISSING, LOG_TILE_MALFORMED where other tiles are needed
   */
  async misfit({ size, root }: Checkpoint, published: TileReader): Promise<number | undefined> {
    if (this.whole) return equalBytes(this.#tree.root(), root) ? undefined : 0;
    const reader = { readTile: (tile: Tile) => this.#made.readTile(tile) ?? published.readTile(tile) };
    for (const { index, leaf } of this.#first) {
      if (!verifyInclusion(leaf, await readInclusion(reader, index, size), root)) return index;
    }
  }
}
