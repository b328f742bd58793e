import { sdkError } from "../../errors/sdk.ts";
import { MerkleAccumulator } from "../../merkle/accumulator.ts";
import { tileName } from "../tiles/tile-name.ts";
import { TILE_WIDTH, partialTiles } from "../tiles/tile.ts";
import type { Tile } from "../tiles/tile.ts";
import { readPeaks } from "./read-nodes.ts";
import type { TileReader } from "./tile-reader.ts";

const HASH = 32;
const TILE_LEVELS = 8;

/** The tile at the right edge of a level. `bytes` has room for a full one. */
type OpenTile = { index: number; width: number; bytes: Uint8Array };

const openTile = (index: number): OpenTile => ({ index, width: 0, bytes: new Uint8Array(TILE_WIDTH * HASH) });

/** @param bytes the taker's own from then on @param root the hash over the whole tile: its place in the level above */
type OnTile = (tile: Tile, bytes: Uint8Array, root: Uint8Array) => void;

/**
 * A growing RFC 9162 tree that gives out its tiles as they fill. It keeps the roots of complete subtrees and one open
 * tile a level, O(log n); whoever made it keeps the tiles.
 */
export class TiledTree {
  #range = new MerkleAccumulator();
  readonly #open: OpenTile[] = [];
  readonly #onTile: OnTile;

  /** @param onTile given each tile once, when it is full */
  constructor(onTile: OnTile) {
    this.#onTile = onTile;
  }

  /**
   * The tree of the first `size` leaves, to go on from after a restart.
   *
   * @throws ProngsaiError LOG_TILE_MISSING, LOG_TILE_MALFORMED
   */
  static async resume(reader: TileReader, size: number, onTile: OnTile): Promise<TiledTree> {
    const tree = new TiledTree(onTile);
    tree.#range = MerkleAccumulator.from(size, await readPeaks(reader, size));
    for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
      tree.#open[level] = openTile(Math.floor(hashes / TILE_WIDTH));
    }
    for (const tile of partialTiles(size)) {
      const bytes = await reader.readTile(tile);
      if (bytes === undefined) throw sdkError("LOG_TILE_MISSING", { tile: tileName(tile) });
      const open = tree.#open[tile.level as number] as OpenTile;
      open.bytes.set(bytes.subarray(0, tile.width * HASH));
      open.width = tile.width;
    }
    return tree;
  }

  /** Number of leaves so far. */
  get size(): number {
    return this.#range.size;
  }

  /** Roots of the complete subtrees, the largest first. */
  get peaks(): Uint8Array[] {
    return this.#range.peaks;
  }

  /** The RFC 9162 root over the leaves so far; SHA-256 of nothing for none. */
  root(): Uint8Array {
    return this.#range.root();
  }

  /** Appends a leaf by its hash (`leafHash` of its data, 32 bytes). */
  append(leaf: Uint8Array): void {
    this.#range.append(leaf, this.#keep);
  }

  /** The tiles at the right edge that are not full: with those given out, all tiles of the tree as it is now. */
  partialTiles(): { readonly tile: Tile; readonly bytes: Uint8Array }[] {
    return this.#open.flatMap(({ index, width, bytes }, level) =>
      width > 0 ? [{ tile: { level, index, width }, bytes: bytes.slice(0, width * HASH) }] : [],
    );
  }

  readonly #keep = (height: number, hash: Uint8Array): void => {
    if (height % TILE_LEVELS !== 0) return;
    const level = height / TILE_LEVELS;
    // The last leaf of a tile completes the subtree over it: this hash is its root.
    if (level > 0) this.#give(level - 1, hash);
    const open = (this.#open[level] ??= openTile(0));
    open.bytes.set(hash, open.width++ * HASH);
  };

  #give(level: number, root: Uint8Array): void {
    const { index, bytes } = this.#open[level] as OpenTile;
    this.#open[level] = openTile(index + 1);
    this.#onTile({ level, index, width: TILE_WIDTH }, bytes, root);
  }
}
