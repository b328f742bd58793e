import { sdkError } from "../../errors/sdk.ts";
import { merkleRoot } from "../../merkle/accumulator.ts";
import { nodeHash } from "../../merkle/hash.ts";
import type { LeafRange } from "../../merkle/ranges.ts";
import { parseHashTile } from "../tiles/hash-tile.ts";
import { tileName } from "../tiles/tile-name.ts";
import { tileWidth } from "../tiles/tile.ts";
import type { Tile } from "../tiles/tile.ts";
import { subtreesOf, tilePlace } from "./subtrees.ts";
import type { Subtree } from "./subtrees.ts";
import type { TileReader } from "./tile-reader.ts";

async function readTile(reader: TileReader, tile: Tile): Promise<Uint8Array> {
  const bytes = await reader.readTile(tile);
  if (bytes === undefined) throw sdkError("LOG_TILE_MISSING", { tile: tileName(tile) });
  return bytes;
}

/** Reads hashes of nodes of the tree of `size` leaves; each tile is read once, all at the same time. */
class NodeReader {
  readonly #reader: TileReader;
  readonly #size: number;
  readonly #tiles = new Map<string, Promise<Uint8Array>>();

  constructor(reader: TileReader, size: number) {
    this.#reader = reader;
    this.#size = size;
  }

  async subtree(subtree: Subtree): Promise<Uint8Array> {
    const { level, index, from, to } = tilePlace(subtree);
    const width = tileWidth(level, index, this.#size);
    const tile = { level, index, width };
    const name = tileName(tile);
    const bytes = this.#tiles.get(name) ?? readTile(this.#reader, tile);
    this.#tiles.set(name, bytes);
    return merkleRoot(parseHashTile(await bytes, width), from, to);
  }

  async range(range: LeafRange): Promise<Uint8Array> {
    const roots = await Promise.all(subtreesOf(range).map((subtree) => this.subtree(subtree)));
    return roots.reduceRight((right, left) => nodeHash(left, right));
  }
}

/**
 * Roots over ranges of leaves of the tree of `size` leaves, as its proofs name them, from O(log size) stored hashes.
 *
 * @throws ProngsaiError LOG_TILE_MISSING, LOG_TILE_MALFORMED
 */
export function readRanges(
  reader: TileReader,
  size: number,
  ranges: readonly LeafRange[],
): Promise<Uint8Array[]> {
  const nodes = new NodeReader(reader, size);
  return Promise.all(ranges.map((range) => nodes.range(range)));
}

/**
 * Roots of the complete subtrees of the first `prefix` leaves, the largest first (`MerkleAccumulator.peaks`).
 *
 * @throws ProngsaiError LOG_TILE_MISSING, LOG_TILE_MALFORMED
 */
export function readPeaks(reader: TileReader, prefix: number, size = prefix): Promise<Uint8Array[]> {
  const nodes = new NodeReader(reader, size);
  return Promise.all(subtreesOf([0, prefix]).map((subtree) => nodes.subtree(subtree)));
}
