import { TILE_WIDTH } from "../tiles/tile.ts";
import type { Tile } from "../tiles/tile.ts";
import type { TileReader } from "../tree/tile-reader.ts";
import type { Fetching } from "./fetch.ts";
import type { BundleManifest } from "./manifest.ts";
import { PublishedTiles } from "./published-tiles.ts";

/**
 * The tiles of a log at one anchored size, from the bundles of the anchors that brought them: a full tile is in the bundle
 * of the first anchor that has its last leaf, one at the right edge in that of the size itself.
 */
export class AnchoredTiles implements TileReader {
  readonly #fetching: Fetching;
  readonly #size: number;
  readonly #manifestOf: (size: number) => Promise<BundleManifest>;

  /**
   * @param size an anchored size
   * @param manifestOf the manifest of the first anchor with at least so many entries
   */
  constructor(fetching: Fetching, size: number, manifestOf: (size: number) => Promise<BundleManifest>) {
    this.#fetching = fetching;
    this.#size = size;
    this.#manifestOf = manifestOf;
  }

  async readTile(tile: Tile): Promise<Uint8Array | undefined> {
    const leaves = tile.level === "entries" ? 1 : TILE_WIDTH ** tile.level;
    const end = (tile.index + 1) * TILE_WIDTH * leaves;
    const manifest = await this.#manifestOf(Math.min(end, this.#size));
    return await new PublishedTiles(manifest, this.#fetching).readTile(tile);
  }
}
