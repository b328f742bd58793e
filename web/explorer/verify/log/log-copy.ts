import { fetchManifest, PublishedTiles } from "../../../../sdk/log/bundle/index.ts";
import type { AnchoredGrowth, BundleManifest } from "../../../../sdk/log/bundle/index.ts";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { parseCheckpoint, parseNote } from "../../../../sdk/log/checkpoint/index.ts";
import { parseEntryBundle, TILE_WIDTH, tileName, tileWidth } from "../../../../sdk/log/tiles/index.ts";
import type { Tile } from "../../../../sdk/log/tiles/index.ts";
import type { TileReader } from "../../../../sdk/log/tree/index.ts";
import { NO_TRUST } from "../../../../sdk/log/verify/index.ts";
import type { Trust } from "../../../../sdk/log/verify/index.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { VerifyStep } from "../../../ui/verify/types.ts";
import { askLog } from "./ask-log.ts";
import { keysFor } from "../../../../sdk/verify/checkpoint-keys.ts";
import type { LogStanding } from "./judge-by-ledger.ts";
import { readHead, readKeys } from "../../../../sdk/verify/log-trust.ts";

/** Entries of a log on the reader's own device, with what the ledger says of the whole. */
export type LogCopy = {
  readonly manifest: BundleManifest;
  readonly origin: string;
  /** place of the entry bundle that was copied; its first entry is number `place` · 256 of the log */
  readonly place: number;
  /** canonical JSON of each record */
  readonly entries: readonly Uint8Array[];
  /** published hash tiles */
  readonly tiles: TileReader;
  /** keys and head, read from the ledger */
  readonly trust: Trust;
};

/** What the page knows of an anchor: only where to look. */
export type AnchorPlace = AnchoredGrowth & { readonly block: number; readonly txHash: string };

const documents = {
  async *get(cid: string, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<Uint8Array> {
    const response = await fetch(`/documents/${cid}`, { signal });
    if (!response.ok) throw new TypeError(`HTTP ${response.status}`);
    yield new Uint8Array(await response.arrayBuffer());
  },
};

/** Each tile is fetched once. */
function kept(tiles: TileReader): TileReader {
  const known = new Map<string, ReturnType<TileReader["readTile"]>>();
  return {
    readTile: (tile: Tile) => {
      const name = tileName(tile);
      if (!known.has(name)) known.set(name, tiles.readTile(tile));
      return known.get(name);
    },
  };
}

/**
 * Copies the newest entries of a log to the reader's device, and reads from the ledger what they must add up to.
 *
 * @returns why that cannot be done, where it cannot
 */
export async function* copyLog(
  texts: Texts,
  standing: LogStanding,
  anchored: AnchorPlace,
  [address, signal]: readonly [string, AbortSignal],
): AsyncGenerator<VerifyStep, LogCopy | string> {
  const { t, language, count } = texts;
  try {
    const { service, block, txHash, to, root } = anchored;
    const log = yield* askLog(texts, address, standing, signal);
    if ("kind" in log) return log.kind === "unknown" ? log.why : t("checks.notARegister");
    const at = {
      chainId: standing.chainId,
      contract: log.contract,
      blockTime: 0,
      block,
      txHash,
      size: to,
      root,
    };
    const head = await readHead(log, { service, anchor: at, cosigners: [] }, signal);
    if (!head) return t("receipt.result.noHead", { block: count(block) });
    yield { text: t("receipt.step.head", { block: count(head.block), size: count(head.size) }) };
    const manifest = await fetchManifest({ documents, signal }, { ...anchored, root: head.root });
    const { origin } = parseCheckpoint(parseNote(manifest.checkpoint).text);
    const tiles = kept(new PublishedTiles(manifest, { documents, signal }));
    const place = Math.floor((to - 1) / TILE_WIDTH);
    const width = tileWidth("entries", place, to);
    const bytes = await tiles.readTile({ level: "entries", index: place, width });
    const entries = parseEntryBundle(bytes!, width);
    yield { text: t("catching.loaded", { entries: count(entries.length) }) };
    const keys = keysFor(await readKeys(log, service, signal), origin, head.blockTime);
    return { manifest, origin, place, entries, tiles, trust: { ...NO_TRUST, keys, heads: [head] } };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ProngsaiError)) return (error as Error).message;
    const { what, mend } = error.explain(language);
    return `${what} ${mend}`;
  }
}
