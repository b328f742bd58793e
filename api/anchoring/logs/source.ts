import type { Queryable } from "../../intake/store/queryable.ts";
import { readEntries } from "../../intake/read/entries.ts";
import { LogTiles } from "../../intake/read/tiles.ts";
import { TILE_WIDTH, buildEntryBundle } from "../../../sdk/log/tiles/index.ts";
import type { Tile } from "../../../sdk/log/tiles/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";

/** Entry bundles and hash tiles of a log as the intake keeps it: all of it is durable. */
export class AcknowledgedTiles implements TileReader {
  readonly #database: Queryable;
  readonly #log: number;
  readonly #hashes: LogTiles;

  /** @param log number in the intake's tables */
  constructor(database: Queryable, log: number) {
    this.#database = database;
    this.#log = log;
    this.#hashes = new LogTiles(database, log);
  }

  async readTile(tile: Tile): Promise<Uint8Array | undefined> {
    if (tile.level !== "entries") return await this.#hashes.readTile(tile);
    const from = tile.index * TILE_WIDTH;
    const entries: Uint8Array[] = [];
    for await (const { bytes } of readEntries(this.#database, this.#log, from, from + tile.width))
      entries.push(bytes);
    return entries.length === tile.width ? buildEntryBundle(entries) : undefined;
  }
}
