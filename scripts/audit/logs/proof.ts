import { ProngsaiError } from "../../../sdk/errors.ts";
import { equalBytes, toHex } from "../../../sdk/hex.ts";
import { tilesOfGrowth } from "../../../sdk/log/bundle/index.ts";
import type { AnchoredGrowth } from "../../../sdk/log/bundle/index.ts";
import {
  parseHashTile,
  partialTiles,
  TILE_WIDTH,
  tileName,
  tileWidth,
} from "../../../sdk/log/tiles/index.ts";
import type { Tile } from "../../../sdk/log/tiles/index.ts";
import { MemoryTiles, readRoot, TiledTree } from "../../../sdk/log/tree/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import { leafHash, merkleRoot } from "../../../sdk/merkle.ts";
import { attempt } from "./bundles.ts";
import type { Bundles } from "./bundles.ts";

const HASH = 32;

type HashTile = Tile & { readonly level: number };

/** Reads a tile that nobody vouches for yet. */
type Source = (tile: HashTile) => Promise<Uint8Array | undefined>;

/** A hash tile of an anchor's own bundle that does not fit (with what follows from the root) or cannot be had. */
export type BadTile = { readonly tile: HashTile; readonly error?: ProngsaiError };

/** What of an anchored tree follows from its root. */
export type Proof = {
  /** hash tiles that follow from the anchored root; undefined when not even its right edge could be had */
  readonly tiles: TileReader | undefined;
  readonly badTiles: readonly BadTile[];
  /** whether the tiles were had and give another root, so that it is unknown which of them is wrong */
  readonly otherRoot: boolean;
  /** whether the tree grew out of another than the one that was anchored before */
  readonly otherBefore: boolean;
};

const isHashTile = (tile: Tile): tile is HashTile => tile.level !== "entries";

const cut = (bytes: Uint8Array | undefined, { width }: Tile) => bytes?.subarray(0, width * HASH);

/** The hash in the level above that a full tile must have; undefined when that is not proven. */
function hashAbove(proven: MemoryTiles, { level, index }: HashTile): Uint8Array | undefined {
  const place = index % TILE_WIDTH;
  const above = proven.readTile({
    level: level + 1,
    index: Math.floor(index / TILE_WIDTH),
    width: place + 1,
  });
  return above?.subarray(place * HASH, (place + 1) * HASH);
}

/**
 * Finds out which hashes of a tree follow from its anchored root, even where documents are lost or false: from the root
 * down by the published tiles, of this bundle or of a later one in which they stand again; failing that from the entries
 * up, on the tree before.
 */
export class Prover {
  readonly #bundles: Bundles;
  readonly #at: number;
  readonly #growth: AnchoredGrowth;
  readonly #hashTiles: readonly HashTile[];
  readonly #own = new Map<string, Uint8Array | ProngsaiError | undefined>();

  constructor(bundles: Bundles, at: number) {
    this.#bundles = bundles;
    this.#at = at;
    this.#growth = bundles.anchors[at]!;
    this.#hashTiles = tilesOfGrowth(this.#growth).filter(isHashTile);
  }

  /** @param before proven tiles at the right edge of the tree before, when they are known */
  async prove(before: TileReader | undefined): Promise<Proof> {
    for (const tile of this.#hashTiles)
      this.#own.set(tileName(tile), await this.#bundles.own(this.#at, tile));
    const down = await this.#fromRoot();
    const isWhole = down && this.#hashTiles.every((tile) => tile.level > 0 || down.readTile(tile));
    const up = isWhole ? undefined : await this.#fromEntries(before ?? down);
    const tiles = up ?? down;
    return {
      tiles,
      badTiles: this.#badTiles(tiles),
      otherRoot: !tiles && (await this.#rightEdge(this.#ownTile)) !== undefined,
      otherBefore: tiles !== undefined && (await this.#isOtherBefore(tiles)),
    };
  }

  readonly #ownTile: Source = async (tile) => {
    const own = this.#own.get(tileName(tile));
    return own instanceof Uint8Array ? own : undefined;
  };

  readonly #laterTile: Source = (tile) => this.#bundles.later(this.#at, tile);

  /** The tiles at the right edge, which together give the root. */
  async #rightEdge(source: Source): Promise<MemoryTiles | undefined> {
    const tiles = new MemoryTiles();
    for (const tile of partialTiles(this.#growth.to).filter(isHashTile)) {
      const bytes = cut(await source(tile), tile);
      if (!bytes) return undefined;
      tiles.put(tile, bytes);
    }
    return tiles;
  }

  async #fromRoot(): Promise<MemoryTiles | undefined> {
    const either: Source = async (tile) => (await this.#ownTile(tile)) ?? (await this.#laterTile(tile));
    for (const source of [either, this.#laterTile]) {
      const tiles = await this.#rightEdge(source);
      if (!tiles || toHex(await readRoot(tiles, this.#growth.to)) !== this.#growth.root) continue;
      await this.#descend(tiles);
      return tiles;
    }
  }

  /** Adds the full tiles whose root stands in a proven tile of the level above. */
  async #descend(proven: MemoryTiles): Promise<void> {
    for (const tile of this.#hashTiles.toReversed()) {
      const wanted = tile.width === TILE_WIDTH && hashAbove(proven, tile);
      if (!wanted) continue;
      const fits = (bytes: Uint8Array | undefined): bytes is Uint8Array =>
        bytes !== undefined && equalBytes(merkleRoot(parseHashTile(bytes)), wanted);
      let bytes = await this.#ownTile(tile);
      if (!fits(bytes) && tile.level === 0) bytes = await this.#hashesOfEntries(tile.index);
      if (fits(bytes)) proven.put(tile, bytes);
    }
  }

  async #hashesOfEntries(index: number): Promise<Uint8Array | undefined> {
    const width = tileWidth("entries", index, this.#growth.to);
    const entries = await this.#bundles.entries(this.#at, { level: "entries", index, width });
    return entries && Buffer.concat(entries.map((entry) => leafHash(entry)));
  }

  /** Builds the tree once more from the entries, or where those are lost from their published hashes; or the reverse. */
  async #fromEntries(before: TileReader | undefined): Promise<MemoryTiles | undefined> {
    if (!before) return;
    const ofEntries = (tile: HashTile) => this.#hashesOfEntries(tile.index);
    const published: Source = async (tile) => (await this.#ownTile(tile)) ?? (await this.#laterTile(tile));
    for (const [first, second] of [
      [ofEntries, published],
      [published, ofEntries],
    ] as const) {
      const built = await attempt(
        this.#build(before, async (tile) => (await first(tile)) ?? (await second(tile))),
      );
      if (built && !(built instanceof ProngsaiError)) return built;
    }
  }

  async #build(before: TileReader, leaves: Source): Promise<MemoryTiles | undefined> {
    const { from, to, root } = this.#growth;
    const tiles = new MemoryTiles();
    const tree = await TiledTree.resume(before, from, (tile, bytes) => tiles.put(tile, bytes));
    for (const tile of this.#hashTiles.filter(({ level }) => level === 0)) {
      const bytes = cut(await leaves(tile), tile);
      if (!bytes) return;
      const old = Math.max(0, from - tile.index * TILE_WIDTH);
      for (const leaf of parseHashTile(bytes).slice(old)) tree.append(leaf);
    }
    for (const { tile, bytes } of tree.partialTiles()) tiles.put(tile, bytes);
    return tree.size === to && toHex(tree.root()) === root ? tiles : undefined;
  }

  #badTiles(proven: MemoryTiles | undefined): BadTile[] {
    return this.#hashTiles.flatMap((tile): BadTile[] => {
      const own = this.#own.get(tileName(tile));
      if (own instanceof ProngsaiError) return [{ tile, error: own }];
      if (!own || !proven) return [];
      const right = cut(proven.readTile(tile), tile);
      if (right) return equalBytes(own, right) ? [] : [{ tile }];
      return tile.width === TILE_WIDTH && hashAbove(proven, tile) ? [{ tile }] : [];
    });
  }

  async #isOtherBefore(proven: TileReader): Promise<boolean> {
    const { from, fromRoot } = this.#growth;
    const root = await attempt(readRoot(proven, from));
    return !(root instanceof ProngsaiError) && toHex(root) !== fromRoot;
  }
}
