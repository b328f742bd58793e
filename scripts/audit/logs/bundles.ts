import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { fetchManifest, PublishedTiles } from "../../../sdk/log/bundle/index.ts";
import type { AnchoredGrowth, BundleManifest } from "../../../sdk/log/bundle/index.ts";
import { parseEntryBundle, TILE_WIDTH, tileWidth } from "../../../sdk/log/tiles/index.ts";
import type { Tile } from "../../../sdk/log/tiles/index.ts";

/** Manifests that are kept at a time: those of a few neighbouring anchors are asked for again and again. */
const KEPT = 8;

/** The result, or why there is none; what no stable code explains is thrown on. */
export async function attempt<T>(work: Promise<T>): Promise<T | ProngsaiError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProngsaiError) return error;
    throw error;
  }
}

/** Asks for a document that cannot be had only once: an IPFS node waits long for each. */
function remembering(documents: ReadableDocuments): ReadableDocuments {
  const failed = new Map<string, ProngsaiError>();
  return {
    async *get(cid, options) {
      const before = failed.get(cid);
      if (before) throw before;
      try {
        yield* documents.get(cid, options);
      } catch (error) {
        if (error instanceof ProngsaiError) failed.set(cid, error);
        throw error;
      }
    },
  };
}

/** What was published with the anchors of one log. Anchors are named by their place among the log's, from 0. */
export class Bundles {
  readonly anchors: readonly AnchoredGrowth[];
  readonly #documents: ReadableDocuments;
  readonly #manifests = new Map<number, BundleManifest>();
  /** Of a tile that was looked for among later anchors: the one that has it, or the end. */
  readonly #laterWith = new Map<string, number>();

  constructor(documents: ReadableDocuments, anchors: readonly AnchoredGrowth[]) {
    this.#documents = remembering(documents);
    this.anchors = anchors;
  }

  async manifest(at: number): Promise<BundleManifest | ProngsaiError> {
    const kept = this.#manifests.get(at);
    if (kept) return kept;
    const manifest = await attempt(fetchManifest({ documents: this.#documents }, this.anchors[at]!));
    if (manifest instanceof ProngsaiError) return manifest;
    this.#manifests.set(at, manifest);
    for (const old of this.#manifests.keys()) if (this.#manifests.size > KEPT) this.#manifests.delete(old);
    return manifest;
  }

  /** The tile as this anchor's bundle has it; undefined when there is no manifest that names it. */
  async own(at: number, tile: Tile): Promise<Uint8Array | ProngsaiError | undefined> {
    const manifest = await this.manifest(at);
    if (manifest instanceof ProngsaiError) return undefined;
    return await attempt(new PublishedTiles(manifest, { documents: this.#documents }).readTile(tile));
  }

  /** A tile that was not full yet, as the next later bundle from which it can be had has it: grown, or as it was. */
  async later(at: number, tile: Tile): Promise<Uint8Array | undefined> {
    if (tile.width === TILE_WIDTH) return;
    const place = `${tile.level}/${tile.index}`;
    const end = this.anchors.length;
    for (let next = Math.max(at + 1, this.#laterWith.get(place) ?? 0); next < end; next++) {
      // A bundle has the tiles that were not full at the anchor before it.
      if (tileWidth(tile.level, tile.index, this.anchors[next]!.from) === TILE_WIDTH) break;
      const bytes = await this.own(next, tile);
      if (!(bytes instanceof Uint8Array)) continue;
      this.#laterWith.set(place, next);
      return bytes;
    }
    this.#laterWith.set(place, end);
  }

  /** The first entries of a bundle of entries, as many as the tile is wide; their place in the log is not proven. */
  async entries(at: number, tile: Tile): Promise<Uint8Array[] | undefined> {
    const own = await this.own(at, tile);
    const bytes = own instanceof Uint8Array ? own : await this.later(at, tile);
    return bytes && parseEntryBundle(bytes, tile.width);
  }
}
