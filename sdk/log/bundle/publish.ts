import type { Documents } from "../../documents/documents.ts";
import { documentsError } from "../../documents/errors.ts";
import { toHex } from "../../hex.ts";
import { sdkError } from "../../errors/sdk.ts";
import { sha256 } from "../../sha256.ts";
import { buildEntryBundle, parseEntryBundle } from "../tiles/entry-bundle.ts";
import { tileName } from "../tiles/tile-name.ts";
import type { Tile } from "../tiles/tile.ts";
import type { TileReader } from "../tree/tile-reader.ts";
import { bundleCid } from "./cid.ts";
import { tilesOfGrowth } from "./growth.ts";
import { BUNDLE_TYPE, manifestBytes } from "./manifest.ts";
import type { BundleManifest } from "./manifest.ts";

/** How many documents are written at the same time; each waits for its disk or node. */
const AT_ONCE = 8;

/** A log's new entries, as they are to be published. */
export type Publication = Omit<BundleManifest, "type" | "version" | "tiles">;

export type Published = {
  readonly manifest: BundleManifest;
  /** SHA-256 of the manifest, as `anchor` takes it, `0x…` */
  readonly bundle: string;
};

/** The tile's bytes, cut to its width where the source has a wider one by now. */
async function tileBytes(source: TileReader, tile: Tile): Promise<Uint8Array> {
  const bytes = await source.readTile(tile);
  if (bytes === undefined) throw sdkError("LOG_TILE_MISSING", { tile: tileName(tile) });
  if (tile.level === "entries") return buildEntryBundle(parseEntryBundle(bytes, tile.width));
  return bytes.subarray(0, tile.width * 32);
}

/**
 * Publishes a log's new entries: each tile as a document, the manifest last. The same log always gives the same
 * documents, so that it can be done again after a crash.
 *
 * @param source gives entry bundles (level `entries`) as well as hash tiles, at least as wide as asked for
 * @throws ProngsaiError LOG_TILE_MISSING, LOG_TILE_MALFORMED, LOG_BUNDLE_MALFORMED; of a publication that is no
 * manifest those of `parseManifest`; errors of `Documents.put`
 */
export async function publishBundle(
  documents: Pick<Documents, "put">,
  publication: Publication,
  source: TileReader,
): Promise<Published> {
  const tiles = tilesOfGrowth(publication);
  const cids: Record<string, string> = {};
  let next = 0;
  const publishNext = async (): Promise<void> => {
    while (next < tiles.length) {
      const tile = tiles[next++]!;
      const { cid } = await documents.put(await tileBytes(source, tile));
      cids[tileName(tile)] = cid;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, publishNext));
  const manifest: BundleManifest = { type: BUNDLE_TYPE, version: 1, ...publication, tiles: cids };
  const bytes = manifestBytes(manifest);
  const bundle = toHex(sha256(bytes));
  const { cid } = await documents.put(bytes);
  if (cid !== bundleCid(bundle))
    throw documentsError("DOCUMENTS_UNWRITABLE", {
      reason: `it gave ${cid} to the block ${bundleCid(bundle)}`,
    });
  return { manifest, bundle };
}
