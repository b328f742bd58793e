import { tileName } from "../tiles/tile-name.ts";
import type { Tile } from "../tiles/tile.ts";

/** Where the tiles of one log are kept: a database, a document store, a folder, a web server. */
export interface TileReader {
  /**
   * The bytes of a tile, or of the same tile when it had grown since: at least `width` hashes. Undefined when the store
   * has none so wide.
   */
  readTile(tile: Tile): Uint8Array | undefined | Promise<Uint8Array | undefined>;
}

/** Tiles in memory; of each place the widest that was put there. */
export class MemoryTiles implements TileReader {
  readonly #tiles = new Map<string, { readonly width: number; readonly bytes: Uint8Array }>();

  /** Keeps the bytes of a tile; they are not copied. */
  put({ level, index, width }: Tile, bytes: Uint8Array): void {
    const place = `${level}/${index}`;
    if ((this.#tiles.get(place)?.width ?? 0) < width) this.#tiles.set(place, { width, bytes });
  }

  readTile({ level, index, width }: Tile): Uint8Array | undefined {
    const kept = this.#tiles.get(`${level}/${index}`);
    return kept && kept.width >= width ? kept.bytes : undefined;
  }
}

/** Each tile is asked for once. */
export function remembering(reader: TileReader): TileReader {
  const read = new Map<string, Promise<Uint8Array | undefined>>();
  return {
    readTile: (tile: Tile) => {
      const name = tileName(tile);
      const bytes = read.get(name) ?? Promise.resolve(reader.readTile(tile));
      read.set(name, bytes);
      return bytes;
    },
  };
}
