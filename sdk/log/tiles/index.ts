/** Tiles of a log as files: names and bytes by C2SP tlog-tiles. */
export { MAX_ENTRY, buildEntryBundle, parseEntryBundle } from "./entry-bundle.ts";
export { buildHashTile, parseHashTile } from "./hash-tile.ts";
export { parseTileName, tileName } from "./tile-name.ts";
export { TILE_WIDTH, partialTiles, tileWidth } from "./tile.ts";
export type { Tile } from "./tile.ts";
