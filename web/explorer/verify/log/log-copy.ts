import { fetchManifest, PublishedTiles } from "../../../../sdk/log/bundle/index.ts";
import type { AnchoredGrowth, BundleManifest } from "../../../../sdk/log/bundle/index.ts";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { parseCheckpoint, parseNote } from "../../../../sdk/log/checkpoint/index.ts";
import { parseEntryBundle, TILE_WIDTH, tileName, tileWidth } from "../../../../sdk/log/tiles/index.ts";
import type { Tile } from "../../../../sdk/log/tiles/index.ts";
import type { TileReader } from "../../../../sdk/log/tree/index.ts";
import { NO_TRUST } from "../../../../sdk/log/verify/index.ts";
import type { Trust } from "../../../../sdk/log/verify/index.ts";
import type { Language } from "../../../i18n/languages.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { Problem } from "../../../ui/states/states.tsx";
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

/** A document that this website does not give, in its own words. */
class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** What a problem document says (RFC 9457); the status alone where something else answered. */
async function problemOf(response: Response): Promise<Problem> {
  const status = { code: `HTTP_${response.status}`, offline: false };
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) return status;
  const { code, title, detail, mend } = (await response.json()) as Record<string, string>;
  return { ...status, code: code ?? status.code, what: title, why: detail, mend };
}

/** Documents of this website; what it says of those that it does not give is in the language. */
const documentsIn = (language: Language) => ({
  async *get(cid: string, { signal }: { signal?: AbortSignal } = {}): AsyncGenerator<Uint8Array> {
    const response = await fetch(`/documents/${cid}`, { signal, headers: { "accept-language": language } });
    if (!response.ok) throw new Refused(await problemOf(response));
    yield new Uint8Array(await response.arrayBuffer());
  },
});

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
): AsyncGenerator<VerifyStep, LogCopy | Problem | string> {
  const { t, language, count } = texts;
  const documents = documentsIn(language);
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
    yield { text: t("receipt.step.head", { block: count(head.block), count: head.size }) };
    const manifest = await fetchManifest({ documents, signal }, { ...anchored, root: head.root });
    const { origin } = parseCheckpoint(parseNote(manifest.checkpoint).text);
    const tiles = kept(new PublishedTiles(manifest, { documents, signal }));
    const place = Math.floor((to - 1) / TILE_WIDTH);
    const width = tileWidth("entries", place, to);
    const bytes = await tiles.readTile({ level: "entries", index: place, width });
    const entries = parseEntryBundle(bytes!, width);
    yield { text: t("catching.loaded", { count: entries.length }) };
    const keys = keysFor(await readKeys(log, service, signal), origin, head.blockTime);
    return { manifest, origin, place, entries, tiles, trust: { ...NO_TRUST, keys, heads: [head] } };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Refused) return error.problem;
    if (!(error instanceof ProngsaiError)) return (error as Error).message;
    return { code: error.code, offline: false, ...error.explain(language) };
  }
}
