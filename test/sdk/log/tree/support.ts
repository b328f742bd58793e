import { TiledTree, MemoryTiles } from "../../../../sdk/log/tree/index.ts";
import type { Tile } from "../../../../sdk/log/tiles/index.ts";
import { leafHash } from "../../../../sdk/merkle.ts";

/** Leaf hashes of so many different entries. */
export const leavesOf = (count: number, from = 0): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => leafHash(new TextEncoder().encode(`entry ${from + i}`)));

/** A tree over these leaves, all its tiles, and the full ones in the order in which it gave them. */
export function grow(leaves: readonly Uint8Array[]) {
  const tiles = new MemoryTiles();
  const full: { tile: Tile; bytes: Uint8Array }[] = [];
  const tree = new TiledTree((tile, bytes) => {
    full.push({ tile, bytes });
    tiles.put(tile, bytes);
  });
  for (const leaf of leaves) tree.append(leaf);
  for (const { tile, bytes } of tree.partialTiles()) tiles.put(tile, bytes);
  return { tree, tiles, full };
}
