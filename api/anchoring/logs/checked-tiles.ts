import { intakeError } from "../../intake/errors/intake-error.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { equalBytes } from "../../../sdk/hex.ts";
import { verifiedTiles } from "../../../sdk/log/bundle/index.ts";
import type { AnchoredGrowth } from "../../../sdk/log/bundle/index.ts";
import { TILE_WIDTH, parseEntryBundle, parseHashTile } from "../../../sdk/log/tiles/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import { leafHash } from "../../../sdk/merkle.ts";

type Grown = Omit<AnchoredGrowth, "bundle">;

/** A stored tile may have grown since. */
const cut = (source: TileReader): TileReader => ({
  readTile: async (tile) => (await source.readTile(tile))?.subarray(0, tile.width * 32),
});

async function hashTiles(source: TileReader, grown: Grown): Promise<TileReader> {
  try {
    return await verifiedTiles(cut(source), grown);
  } catch (error) {
    if (!(error instanceof ProngsaiError) || error.code !== "LOG_BUNDLE_ROOT") throw error;
    const { service, to: size, root: stored } = grown;
    throw intakeError("LOG_INTAKE_ROOT", { service, size, computed: "–", stored }, error);
  }
}

/**
 * The tiles of a log's growth, as they may be published: what is anchored cannot be taken back, so each entry is hashed
 * once more before it is given out, and the hash tiles must give the root before and the one that is to be anchored.
 *
 * @throws ProngsaiError LOG_INTAKE_ROOT; of `readTile` LOG_INTAKE_ENTRY with the first entry that is not the acknowledged one
 */
export async function checkedTiles(source: TileReader, grown: Grown): Promise<TileReader> {
  const hashes = await hashTiles(source, grown);
  return {
    readTile: async (tile) => {
      if (tile.level !== "entries") return await hashes.readTile(tile);
      const bytes = await source.readTile(tile);
      if (bytes === undefined) return undefined;
      const leaves = parseHashTile((await hashes.readTile({ ...tile, level: 0 }))!);
      const wrong = parseEntryBundle(bytes, tile.width).findIndex(
        (one, at) => !equalBytes(leafHash(one), leaves[at]!),
      );
      if (wrong < 0) return bytes;
      throw intakeError("LOG_INTAKE_ENTRY", {
        service: grown.service,
        index: tile.index * TILE_WIDTH + wrong,
      });
    },
  };
}
