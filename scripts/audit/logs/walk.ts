import { ProngsaiError } from "../../../sdk/errors.ts";
import type { ReadableDocuments } from "../../../sdk/documents/index.ts";
import { equalBytes, toHex } from "../../../sdk/hex.ts";
import { bundleCid, MAX_GROWTH, tilesOfGrowth } from "../../../sdk/log/bundle/index.ts";
import type { AnchoredGrowth, BundleManifest } from "../../../sdk/log/bundle/index.ts";
import { parseEntryBundle, parseHashTile, TILE_WIDTH, tileName } from "../../../sdk/log/tiles/index.ts";
import type { Tile } from "../../../sdk/log/tiles/index.ts";
import { MemoryTiles } from "../../../sdk/log/tree/index.ts";
import type { TileReader } from "../../../sdk/log/tree/index.ts";
import { leafHash, merkleRoot } from "../../../sdk/merkle.ts";
import { documentFinding } from "../documents/fetch.ts";
import type { Part } from "../part.ts";
import { attempt, Bundles } from "./bundles.ts";
import type { EntryChecks } from "./entries.ts";
import type { Misfits, NamedDocument } from "./misfits.ts";
import { Prover } from "./proof.ts";
import { Ranges } from "./ranges.ts";
import type { Range } from "./ranges.ts";
import type { ChainAnchor, RegisteredService } from "./registered.ts";

const EXPECTED = "what was anchored";

/** One anchor of the log that is walked along. */
type Step = {
  readonly at: number;
  readonly anchor: ChainAnchor;
  readonly growth: AnchoredGrowth;
  /** undefined when it cannot be had */
  readonly manifest: BundleManifest | undefined;
};

/** The growth of a log with each of its anchors, as the chain tells it. */
function growthsOf({ name: service, anchors }: RegisteredService): AnchoredGrowth[] {
  let [from, fromRoot] = [0, toHex(merkleRoot([]))];
  return anchors.map(({ to, root, bundle }) => {
    const growth = { service, from, fromRoot, to, root, bundle };
    [from, fromRoot] = [to, root];
    return growth;
  });
}

/** The new entries of a growth for which a tile stands: for each of its hashes 256^level leaves. */
function newEntries({ from, to }: AnchoredGrowth, { level, index }: Tile): Range {
  const leaves = TILE_WIDTH * (level === "entries" ? 1 : TILE_WIDTH ** level);
  return { first: Math.max(from, index * leaves), last: Math.min(to, (index + 1) * leaves) - 1 };
}

/**
 * Walks along the anchors of one log. What does not fit or cannot be had is told and left behind: each anchor is checked by
 * its own root, whatever became of those before.
 */
export class LogWalk {
  readonly #service: RegisteredService;
  readonly #bundles: Bundles;
  readonly #entries: EntryChecks;
  readonly #misfits: Misfits;
  readonly #part: Part;
  /** entries that could not be read, or not be shown to be the anchored ones */
  readonly #unread = new Ranges();
  /** tiles that are gone and stand again, grown, in a later bundle */
  #superseded = 0;

  constructor(
    service: RegisteredService,
    documents: ReadableDocuments,
    { entries, misfits, part }: { entries: EntryChecks; misfits: Misfits; part: Part },
  ) {
    this.#service = service;
    this.#bundles = new Bundles(documents, growthsOf(service));
    this.#entries = entries;
    this.#misfits = misfits;
    this.#part = part;
  }

  /** @param onManifest given each manifest that could be had; what it refuses is told as a fault of the manifest */
  async run(onManifest: (manifest: BundleManifest, anchor: ChainAnchor) => Promise<void>): Promise<void> {
    let before: TileReader | undefined = new MemoryTiles();
    for (const [at, growth] of this.#bundles.anchors.entries()) {
      this.#part.count("anchors");
      const anchor = this.#service.anchors[at]!;
      const given = await this.#bundles.manifest(at);
      const manifest = given instanceof ProngsaiError ? undefined : given;
      const heard = manifest ? await attempt(onManifest(manifest, anchor)) : given;
      if (heard instanceof ProngsaiError)
        this.#documentMisfit({ anchor, growth }, heard, this.#manifestOf(growth));
      before = await this.#step({ at, anchor, growth, manifest }, before);
    }
    this.#tell();
  }

  /** @returns the proven tiles of this anchor's tree */
  async #step(step: Step, before: TileReader | undefined): Promise<TileReader | undefined> {
    const { at, anchor, growth } = step;
    const whole = { first: growth.from, last: growth.to - 1 };
    // The chain lets a gateway claim 2^48 entries at once. No bundle can be of so many; its manifest was refused already.
    if (growth.to - growth.from > MAX_GROWTH) return void this.#skip(whole);
    const { tiles, badTiles, otherRoot, otherBefore } = await new Prover(this.#bundles, at).prove(before);
    for (const { tile, error } of badTiles) await this.#badTile(step, tile, error);
    const misfit = (found: string) =>
      this.#misfits.take({
        code: "LOG_BUNDLE_ROOT",
        entries: whole,
        anchor,
        found,
        expected: "hash tiles that give the anchored root",
      });
    if (otherRoot) misfit(`other hash tiles, anchored with ${growth.to}`);
    if (otherBefore)
      misfit(
        `a tree in which the first ${growth.from} entries have another root than the one anchored before`,
      );
    const unread = this.#unread.count;
    for (const tile of tilesOfGrowth(growth))
      if (tile.level === "entries") await this.#readEntries(step, tile, tiles);
    if (unread === this.#unread.count) this.#part.count("trees rebuilt");
    return tiles;
  }

  async #badTile(step: Step, tile: Tile, error: ProngsaiError | undefined): Promise<void> {
    const { at, anchor, growth } = step;
    const document = this.#tileOf(step, tile);
    if (!error)
      return this.#misfits.take({
        code: "LOG_BUNDLE_ROOT",
        entries: newEntries(growth, tile),
        anchor,
        found: "other hashes",
        expected: "those that give the anchored root",
        document,
      });
    if (error.code === "DOCUMENT_UNAVAILABLE" && (await this.#bundles.later(at, tile))) this.#superseded++;
    else this.#documentMisfit(step, error, document, newEntries(growth, tile));
  }

  /** Reads the new entries of a tile; each is checked only when it is the one that was anchored. */
  async #readEntries(step: Step, tile: Tile, proven: TileReader | undefined): Promise<void> {
    const { at, anchor, growth } = step;
    const range = newEntries(growth, tile);
    const own = await this.#bundles.own(at, tile);
    const isOwn = own instanceof Uint8Array;
    let grown: Promise<Uint8Array[] | undefined> | undefined;
    const later = () => (grown ??= this.#laterEntries(at, tile));
    const entries = isOwn ? parseEntryBundle(own, tile.width) : await later();
    if (own instanceof ProngsaiError) {
      if (entries && own.code === "DOCUMENT_UNAVAILABLE") this.#superseded++;
      else this.#documentMisfit(step, own, this.#tileOf(step, tile), range);
    }
    const hashes = await proven?.readTile({ ...tile, level: 0 });
    if (!entries || !hashes) return this.#skip(range);
    for (const [place, leaf] of parseHashTile(hashes, tile.width).entries()) {
      const index = tile.index * TILE_WIDTH + place;
      const fits = (entry: Uint8Array | undefined): entry is Uint8Array =>
        entry !== undefined && equalBytes(leafHash(entry), leaf);
      const isNew = index >= range.first;
      // Those before stand in this tile once more, and readers take them from here too.
      if (!isNew && !isOwn) continue;
      let bytes = entries[place];
      if (!fits(bytes)) {
        this.#entryMisfit(index, anchor);
        bytes = isNew && isOwn ? (await later())?.[place] : undefined;
      }
      if (!isNew) continue;
      if (fits(bytes)) await this.#entries.take({ index, bytes }, anchor);
      else this.#skip({ first: index, last: index });
    }
  }

  async #laterEntries(at: number, tile: Tile): Promise<Uint8Array[] | undefined> {
    const bytes = await this.#bundles.later(at, tile);
    return bytes && parseEntryBundle(bytes, tile.width);
  }

  #entryMisfit(index: number, anchor: ChainAnchor): void {
    this.#misfits.take({
      code: "LOG_BUNDLE_ENTRY",
      entries: { first: index, last: index },
      anchor,
      found: "what was published has another fingerprint than the one under the anchored root",
      expected: EXPECTED,
    });
  }

  #skip(entries: Range): void {
    this.#unread.add(entries);
    this.#entries.skip(entries);
  }

  #documentMisfit(
    { anchor, growth }: Pick<Step, "anchor" | "growth">,
    error: ProngsaiError,
    document: NamedDocument,
    entries: Range = { first: growth.from, last: growth.to - 1 },
  ): void {
    const { code, found } = documentFinding(error);
    const why = `${found} ${error.texts.en.why}`;
    this.#misfits.take({ code, entries, anchor, found: why, expected: EXPECTED, document });
  }

  #manifestOf({ bundle }: AnchoredGrowth): NamedDocument {
    return { kind: "manifest", name: bundleCid(bundle) };
  }

  #tileOf({ manifest }: Step, tile: Tile): NamedDocument {
    const name = tileName(tile);
    const kind = tile.level === "entries" ? "entry tile" : "hash tile";
    return { kind, name: `${name} ${manifest!.tiles[name]}` };
  }

  /** Says once what could not be checked, and what was checked in another way. */
  #tell(): void {
    const { name } = this.#service;
    if (this.#superseded > 0)
      this.#part.notes.push(
        `${name}: ${this.#superseded} tiles are gone that stand again, grown, in later bundles; checked from there`,
      );
    const { count } = this.#unread;
    if (count === 0) return;
    this.#part.count("entries not read", count);
    const all = `all others of ${this.#bundles.anchors.at(-1)!.to.toLocaleString("en")} were checked`;
    this.#part.open.push(`${name}: ${this.#unread.toString()} could not be read; ${all}`);
  }
}
