import { setTimeout as sleep } from "node:timers/promises";
import type { ProngsaiError } from "../../../sdk/errors.ts";
import { equalBytes, toHex } from "../../../sdk/hex.ts";
import { parseHashTile, TILE_WIDTH } from "../../../sdk/log/tiles/index.ts";
import { leafHash, merkleRoot } from "../../../sdk/merkle.ts";
import { intakeError } from "../errors/intake-error.ts";
import { readEntries } from "../read/entries.ts";
import { LogTiles } from "../read/tiles.ts";
import { isOurs } from "../store/failure.ts";
import type { Int8, Queryable } from "../store/queryable.ts";
import type { ServiceLog } from "./service-log.ts";

/** Between two tiles: hashing 256 entries takes about half a millisecond, and requests go first (milliseconds). */
const BETWEEN = 25;
/** Tiles that are read together: fewer would be read more often, and more would lie in memory for long. */
const TOGETHER = 8;
/** From one round through all logs to the next, and after a read that failed (milliseconds). */
const AGAIN = 3_600_000;
const AFTER_FAILURE = 5_000;
/** Between two looks at the right edges, which are what is anchored next (milliseconds). */
const EDGES = 10_000;

export interface RecheckOptions {
  /** beside the writing connection */
  readonly reads: Queryable;
  readonly logs: () => Iterable<ServiceLog>;
  /** told once for each log that is closed by this */
  readonly onClosed: (error: ProngsaiError) => void;
}

interface TileRow {
  readonly index: Int8;
  readonly hashes: Buffer;
  readonly root: Buffer;
}

const TILES = `SELECT index, hashes, root FROM intake.tile
  WHERE log = $1 AND level = $2 AND index >= $3 AND index < $4`;

/**
 * Hashes what is stored once more while the intake runs: the entries of the open tile every ten seconds, and all from the
 * first entry to the last full tile of each log after a start and every hour. At a start only the right edge of a tree is
 * made anew, so that millions of entries open in a moment; an entry further back that was altered in the database is found by
 * this. Its log is closed; what was acknowledged stays readable.
 */
export class Recheck {
  readonly #options: RecheckOptions;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;

  constructor(options: RecheckOptions) {
    this.#options = options;
    this.#running = Promise.all([this.#rounds(), this.#edges()]).then(() => undefined);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #rounds(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      for (const log of [...this.#options.logs()]) await this.#checkLog(log);
      await this.#pause(AGAIN);
    }
  }

  async #edges(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#pause(EDGES);
      for (const log of [...this.#options.logs()])
        try {
          const fault = log.closed ? undefined : await this.#faultOfEdge(log);
          if (fault) this.#closeLog(log, fault);
        } catch {
          // As below: the next look comes soon.
        }
    }
  }

  #closeLog(log: ServiceLog, fault: ProngsaiError): void {
    log.closed = fault;
    this.#options.onClosed(fault);
  }

  async #checkLog(log: ServiceLog): Promise<void> {
    const levels = [log.acknowledged];
    while (levels.at(-1)! >= TILE_WIDTH) levels.push(Math.floor(levels.at(-1)! / TILE_WIDTH));
    for (const [level, nodes] of levels.entries()) {
      const tiles = Math.floor(nodes / TILE_WIDTH);
      for (let from = 0; from < tiles;) {
        if (this.#stop.signal.aborted || log.closed) return;
        const to = Math.min(from + TOGETHER, tiles);
        try {
          const fault = await this.#faultOf(log, level, from, to);
          if (fault) return this.#closeLog(log, fault);
          from = to;
        } catch {
          // The database is away, which is told where it matters; this goes on where it was.
          await this.#pause(AFTER_FAILURE);
        }
      }
    }
  }

  /** The first fault of the tiles `[from, to)`; there is a pause behind each. */
  async #faultOf(
    log: ServiceLog,
    level: number,
    from: number,
    to: number,
  ): Promise<ProngsaiError | undefined> {
    const { reads } = this.#options;
    const { rows } = await reads.query<TileRow>(TILES, [log.number, level, from, to]);
    const stored = new Map(rows.map((row) => [Number(row.index), row]));
    let index = from;
    for await (const below of new LogTiles(reads, log.number).belowEach(level, from, to)) {
      const fault = faultOfTile(log, level, index, stored.get(index), below);
      if (fault || this.#stop.signal.aborted) return fault;
      index++;
      await this.#pause(BETWEEN);
    }
    return undefined;
  }

  /** The entries of the open tile, against the hashes that this process made of them when they came. */
  async #faultOfEdge({
    number,
    name: service,
    acknowledged,
    tree,
  }: ServiceLog): Promise<ProngsaiError | undefined> {
    const open = tree.partialTiles().find(({ tile }) => tile.level === 0);
    if (!open) return undefined;
    const from = open.tile.index * TILE_WIDTH;
    const hashes = parseHashTile(open.bytes);
    let index = from;
    try {
      for await (const { bytes } of readEntries(this.#options.reads, number, from, acknowledged)) {
        if (!equalBytes(leafHash(bytes), hashes[index - from]!)) break;
        index++;
      }
    } catch (error) {
      // No row of entries any more: as if it were not there.
      if (!isOurs(error)) throw error;
    }
    return index < acknowledged ? intakeError("LOG_INTAKE_ENTRY", { service, index }) : undefined;
  }

  async #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#stop;
    await sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** What is wrong with a full tile. @param below the hashes that it has by what is below it */
function faultOfTile(
  { name: service, acknowledged: size }: ServiceLog,
  level: number,
  index: number,
  row: TileRow | undefined,
  below: readonly Uint8Array[],
): ProngsaiError | undefined {
  const stored = row?.hashes.length === TILE_WIDTH * 32 ? parseHashTile(row.hashes) : undefined;
  const root = stored && merkleRoot(stored);
  if (!stored || !root || !equalBytes(root, row!.root))
    return intakeError("LOG_INTAKE_ROOT", {
      ...{ service, size, computed: root ? toHex(root) : "–" },
      stored: row ? toHex(row.root) : "–",
    });
  const wrong = stored.findIndex((hash, at) => !below[at] || !equalBytes(below[at], hash));
  if (wrong < 0) return undefined;
  const entry = (index * TILE_WIDTH + wrong) * TILE_WIDTH ** level;
  return intakeError("LOG_INTAKE_ENTRY", { service, index: entry });
}
