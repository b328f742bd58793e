import { TILE_WIDTH, tileWidth } from "../tiles/tile.ts";
import type { Tile } from "../tiles/tile.ts";

/** A log that grew: it had `from` entries when it was anchored last, and has `to` now. */
export type Growth = { readonly from: number; readonly to: number };

/** Most entries that one bundle may add, so that its manifest stays one block: 1,024 full entry bundles. */
export const MAX_GROWTH = 1_024 * TILE_WIDTH;

function tilesOfLevel(level: Tile["level"], { from, to }: Growth): Tile[] {
  const unit = level === "entries" ? 1 : TILE_WIDTH ** level;
  const first = Math.floor(Math.floor(from / unit) / TILE_WIDTH);
  const tiles: Tile[] = [];
  for (let index = first, width; (width = tileWidth(level, index, to)) > 0; index++)
    tiles.push({ level, index, width });
  return tiles;
}

/**
 * The tiles of the tree of `to` entries that were not full in the tree of `from` entries: entry bundles first, then hash
 * tiles from level 0 up, each from left to right. With these alone, and without any older document, both roots can be
 * computed and the new entries be proved.
 */
export function tilesOfGrowth(growth: Growth): Tile[] {
  const tiles = tilesOfLevel("entries", growth);
  for (let level = 0; growth.to >= TILE_WIDTH ** level; level++) tiles.push(...tilesOfLevel(level, growth));
  return tiles;
}
