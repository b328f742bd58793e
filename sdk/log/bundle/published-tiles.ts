import { sdkError } from "../../errors/sdk.ts";
import { MAX_RECORD_BYTES } from "../record/limits.ts";
import { parseEntryBundle } from "../tiles/entry-bundle.ts";
import { parseHashTile } from "../tiles/hash-tile.ts";
import { tileName } from "../tiles/tile-name.ts";
import { TILE_WIDTH, tileWidth } from "../tiles/tile.ts";
import type { Tile } from "../tiles/tile.ts";
import type { TileReader } from "../tree/tile-reader.ts";
import { fetchDocument } from "./fetch.ts";
import type { Fetching } from "./fetch.ts";
import type { BundleManifest } from "./manifest.ts";

const HASH_TILE = TILE_WIDTH * 32;
/** 256 records, each after two bytes of length. */
const ENTRY_BUNDLE = TILE_WIDTH * (MAX_RECORD_BYTES + 2);

function checkWidth(level: Tile["level"], bytes: Uint8Array, width: number): void {
  if (level !== "entries") {
    if (parseHashTile(bytes).length === width) return;
    throw sdkError("LOG_TILE_MALFORMED", { length: bytes.length, width });
  }
  const found = parseEntryBundle(bytes).length;
  if (found !== width) throw sdkError("LOG_BUNDLE_MALFORMED", { reason: "count", at: bytes.length, found });
}

/** The tiles that one manifest names; each is fetched when it is asked for. */
export class PublishedTiles implements TileReader {
  readonly #manifest: BundleManifest;
  readonly #fetching: Fetching;

  constructor(manifest: BundleManifest, fetching: Fetching) {
    this.#manifest = manifest;
    this.#fetching = fetching;
  }

  /**
   * The tile as wide as it was published; undefined when the manifest does not name it.
   *
   * @throws ProngsaiError LOG_TILE_MALFORMED, LOG_BUNDLE_MALFORMED for one of another width than its name says;
   * LOG_PUBLISHED_TOO_LARGE; errors of `Documents.get`
   */
  async readTile({ level, index, width }: Tile): Promise<Uint8Array | undefined> {
    const published = tileWidth(level, index, this.#manifest.to);
    if (published < width) return;
    const cid = this.#manifest.tiles[tileName({ level, index, width: published })];
    if (cid === undefined) return;
    const bytes = await fetchDocument(this.#fetching, cid, level === "entries" ? ENTRY_BUNDLE : HASH_TILE);
    checkWidth(level, bytes, published);
    return bytes;
  }
}
