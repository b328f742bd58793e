import { ProngsaiError } from "../../../../sdk/errors.ts";
import { toHex } from "../../../../sdk/hex.ts";
import { signCheckpoint } from "../../../../sdk/log/checkpoint/index.ts";
import { signRoot } from "../../../../sdk/log/cose/index.ts";
import { publishBundle } from "../../../../sdk/log/bundle/index.ts";
import type { AnchoredGrowth } from "../../../../sdk/log/bundle/index.ts";
import { TILE_WIDTH, buildEntryBundle } from "../../../../sdk/log/tiles/index.ts";
import { readRoot } from "../../../../sdk/log/tree/index.ts";
import type { TileReader } from "../../../../sdk/log/tree/index.ts";
import { leafHash } from "../../../../sdk/merkle.ts";
import { rejection } from "../../../support/rejection.ts";
import { ORIGIN, SERVICE, log } from "../support/log-fixture.ts";
import type { MemoryDocuments } from "../support/memory-documents.ts";
import { grow } from "../tree/support.ts";

export const entry = (n: number, text = "entry"): Uint8Array => new TextEncoder().encode(`${text} ${n}`);
export const entriesOf = (count: number): Uint8Array[] => Array.from({ length: count }, (_, n) => entry(n));

/** Entry bundles and hash tiles of a log in one place, as its operator keeps them. */
export function sourceOf(entries: readonly Uint8Array[]): TileReader {
  const { tiles } = grow(entries.map(leafHash));
  return {
    readTile: (tile) => {
      if (tile.level !== "entries") return tiles.readTile(tile);
      const some = entries.slice(tile.index * TILE_WIDTH, (tile.index + 1) * TILE_WIDTH);
      return some.length >= tile.width ? buildEntryBundle(some) : undefined;
    },
  };
}

export const rootOf = async (source: TileReader, size: number): Promise<string> =>
  toHex(await readRoot(source, size));

/**
 * Publishes the growth of an honest log, which may have grown further, and gives what the chain would say of it.
 *
 * @param lie gives other tiles than the log's own
 */
export async function publish(
  documents: MemoryDocuments,
  source: TileReader,
  [from, to]: readonly [number, number],
  lie = source,
): Promise<AnchoredGrowth> {
  const root = await readRoot(source, to);
  const checkpoint = await signCheckpoint({ origin: ORIGIN, size: to, root, extensions: [] }, log);
  const coseSignature = toHex(await signRoot(root, log));
  const publication = { service: SERVICE, from, to, root: toHex(root), checkpoint, coseSignature };
  const { bundle } = await publishBundle(documents, publication, lie);
  return { service: SERVICE, from, fromRoot: await rootOf(source, from), to, root: toHex(root), bundle };
}

/** The explained error that a reader refuses with. */
export async function refusal(reading: Promise<unknown>): Promise<ProngsaiError> {
  const error = await rejection(reading);
  if (error instanceof ProngsaiError) return error;
  throw error;
}
