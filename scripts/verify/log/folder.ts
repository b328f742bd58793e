import { existsSync, globSync, readFileSync } from "node:fs";
import { readInput } from "./file.ts";
import { join } from "node:path";
import { parseTileName, tileName, tileWidth } from "../../../sdk/log/tiles/index.ts";
import type { PublishedBundle, PublishedLog } from "../../../sdk/log/verify/index.ts";
import { parseCheckpoint, parseNote } from "../../../sdk/log/checkpoint/index.ts";

/**
 * A log in a folder as C2SP tlog-tiles lays it out: `checkpoint`, `tile/entries/…`, and hash tiles where there are any.
 *
 * @throws ProngsaiError VERIFY_USAGE when there is no checkpoint, LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED, LOG_TILE_NAME
 */
export async function readLogFolder(folder: string): Promise<PublishedLog> {
  const checkpoint = (await readInput(join(folder, "checkpoint"))).toString("utf8");
  const { size } = parseCheckpoint(parseNote(checkpoint).text);
  const found = globSync("tile/entries/**/*", { cwd: folder, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => parseTileName(join(one.parentPath, one.name).slice(folder.length).replace(/^\/+/, "")))
    // Of a bundle that was published several times as it grew, the one of this size counts.
    .filter(({ index, width }) => width === tileWidth("entries", index, size))
    .sort((a, b) => a.index - b.index);
  function* bundles(): Generator<PublishedBundle> {
    for (const tile of found) yield { index: tile.index, bytes: readFileSync(join(folder, tileName(tile))) };
  }
  return {
    checkpoint,
    bundles: bundles(),
    tiles: {
      readTile: ({ level, index }) => {
        const path = join(folder, tileName({ level, index, width: tileWidth(level, index, size) }));
        return existsSync(path) ? readFileSync(path) : undefined;
      },
    },
  };
}
