import { buildHashTile, TILE_WIDTH } from "../../../sdk/log/tiles/index.ts";
import type { Tile } from "../../../sdk/log/tiles/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import { leafHash } from "../../../sdk/merkle.ts";
import { isOurs } from "../store/failure.ts";
import type { Queryable } from "../store/queryable.ts";
import { readEntries } from "./entries.ts";

const FULL = "SELECT hashes FROM intake.tile WHERE log = $1 AND level = $2 AND index = $3";
const ROOTS = `SELECT root FROM intake.tile WHERE log = $1 AND level = $2 AND index >= $3 AND index < $4
  ORDER BY index`;

/**
 * The hash tiles of a log, for `readInclusion`, `readConsistency` and `readRoot`. A full tile is stored; one at the right
 * edge is made of the roots of the full tiles below it, or on level 0 of the entries.
 */
export class LogTiles implements TileReader {
  readonly #database: Queryable;
  readonly #log: number;

  /** @param log number in the intake's tables */
  constructor(database: Queryable, log: number) {
    this.#database = database;
    this.#log = log;
  }

  async readTile({ level, index, width }: Tile): Promise<Uint8Array | undefined> {
    if (level === "entries") throw new TypeError("entries are read by readEntries");
    const stored = await this.#database.query<{ hashes: Buffer }>(FULL, [this.#log, level, index]);
    if (stored.rows[0]) return stored.rows[0].hashes;
    const hashes = await this.below(level, index);
    return hashes.length < width ? undefined : buildHashTile(hashes);
  }

  /** The hashes that a tile has by what is below it: those of its entries, or the roots of the full tiles of the level below. */
  async below(level: number, index: number): Promise<Uint8Array[]> {
    const [from, to] = [index * TILE_WIDTH, (index + 1) * TILE_WIDTH];
    if (level > 0) {
      const values = [this.#log, level - 1, from, to];
      const { rows } = await this.#database.query<{ root: Buffer }>(ROOTS, values);
      return rows.map(({ root }) => root);
    }
    const leaves: Uint8Array[] = [];
    for await (const { bytes } of readEntries(this.#database, this.#log, from, to))
      leaves.push(leafHash(bytes));
    return leaves;
  }

  /**
   * The same of the tiles `[from, to)`, one after another until the first that is not whole. Rows of entries do not end
   * where tiles do: read together, they are read and unpacked once. What is no row of entries any more is as if it were
   * not there.
   */
  async *belowEach(level: number, from: number, to: number): AsyncGenerator<Uint8Array[]> {
    if (level > 0) {
      for (let index = from; index < to; index++) yield await this.below(level, index);
      return;
    }
    let [index, leaves] = [from, [] as Uint8Array[]];
    const entries = readEntries(this.#database, this.#log, from * TILE_WIDTH, to * TILE_WIDTH);
    try {
      for await (const { bytes } of entries) {
        leaves.push(leafHash(bytes));
        if (leaves.length < TILE_WIDTH) continue;
        yield leaves;
        leaves = [];
        index++;
      }
    } catch (error) {
      if (!isOurs(error)) throw error;
    }
    if (index < to) yield leaves;
  }
}
