/** Hashes in a full tile, entries in a full bundle: a tile is a subtree of height 8. C2SP tlog-tiles. */
export const TILE_WIDTH = 256;

/**
 * One stored piece of a log: hashes of one level of its tree, or the entries themselves.
 *
 * The hash at place i of tile n of level l stands for the leaves [(256 n + i) · 256^l, (256 n + i + 1) · 256^l).
 */
export type Tile = {
  /** 0 holds leaf hashes; each hash of level l + 1 is the root over a full tile of level l */
  readonly level: number | "entries";
  /** from 0 within the level */
  readonly index: number;
  /** how many hashes or entries: 256, or 1 to 255 at the right edge of the tree */
  readonly width: number;
};

/** How many hashes tile `index` of `level` holds in a tree of `size` leaves; 0 where there is no such tile. */
export function tileWidth(level: number | "entries", index: number, size: number): number {
  const hashes = level === "entries" ? size : Math.floor(size / 256 ** level);
  return Math.min(TILE_WIDTH, Math.max(0, hashes - index * TILE_WIDTH));
}

/** The partial hash tiles of a tree of `size` leaves: one a level at most, from level 0 up. */
export function partialTiles(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
    const width = hashes % TILE_WIDTH;
    if (width > 0) tiles.push({ level, index: Math.floor(hashes / TILE_WIDTH), width });
  }
  return tiles;
}
