import { sdkError } from "../../errors/sdk.ts";
import { TILE_WIDTH } from "./tile.ts";

/** Bytes of the length before each entry. */
const LENGTH = 2;
/** Longest entry of a bundle in bytes. */
export const MAX_ENTRY = 0xffff;

/**
 * The bytes of an entry bundle: each entry after its length as a big-endian uint16. C2SP tlog-tiles, “Log entries”.
 *
 * @param entries 1 to 256, in the log's order; of a record, its canonical JSON in UTF-8
 * @throws ProngsaiError LOG_BUNDLE_MALFORMED for another number, or an entry of more than 65,535 bytes
 */
export function buildEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > TILE_WIDTH)
    throw sdkError("LOG_BUNDLE_MALFORMED", { reason: "count", at: 0, found: entries.length });
  const total = entries.reduce((sum, { length }) => sum + LENGTH + length, 0);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY)
      throw sdkError("LOG_BUNDLE_MALFORMED", { reason: "entry too long", at, found: entry.length });
    view.setUint16(at, entry.length);
    bytes.set(entry, at + LENGTH);
    at += LENGTH + entry.length;
  }
  return bytes;
}

/**
 * The entries of a bundle, as views of its bytes.
 *
 * @param width how many are wanted; of a bundle that has grown since, the first ones are given. All, when left out.
 * @throws ProngsaiError LOG_BUNDLE_MALFORMED where an entry is cut off, or there are too few, too many or none
 */
export function parseEntryBundle(bytes: Uint8Array, width?: number): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at + LENGTH;
    const end = start <= bytes.length ? start + view.getUint16(at) : Infinity;
    if (end > bytes.length)
      throw sdkError("LOG_BUNDLE_MALFORMED", { reason: "cut off", at, found: bytes.length });
    entries.push(bytes.subarray(start, end));
    at = end;
  }
  const wanted = width ?? entries.length;
  if (wanted < 1 || entries.length < wanted || entries.length > TILE_WIDTH)
    throw sdkError("LOG_BUNDLE_MALFORMED", { reason: "count", at: bytes.length, found: entries.length });
  return entries.slice(0, wanted);
}
