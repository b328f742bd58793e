import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { sdkError } from "../../../sdk/errors/sdk.ts";
import { MAX_ENTRY, TILE_WIDTH, buildEntryBundle, parseEntryBundle } from "../../../sdk/log/tiles/index.ts";

/** First bytes of a Zstandard frame, RFC 8878 section 3.1.1. As a length they would be more than any record has. */
const MAGIC = 0x28b52ffd;
/** Below it a frame is hardly shorter, in bytes. */
const WORTH_IT = 1_024;
/** The fastest: records of one service are so alike that the others gain little. */
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** The column `records` of entries that are stored together. @param entries 1 to 256, canonical JSON */
export function packEntries(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = buildEntryBundle(entries);
  if (bundle.length < WORTH_IT) return bundle;
  const packed = zstdCompressSync(bundle, LEVEL);
  return packed.length < bundle.length ? packed : bundle;
}

/** The entries of a row. @throws ProngsaiError LOG_BUNDLE_MALFORMED */
export function unpackEntries(records: Buffer): Uint8Array[] {
  const packed = records.length >= 4 && records.readUInt32BE() === MAGIC;
  return parseEntryBundle(packed ? unzipped(records) : records);
}

function unzipped(records: Buffer): Buffer {
  try {
    return zstdDecompressSync(records, { maxOutputLength: TILE_WIDTH * (MAX_ENTRY + 2) });
  } catch (cause) {
    const details = { reason: "not a Zstandard frame", at: 0, found: records.length };
    throw sdkError("LOG_BUNDLE_MALFORMED", details, cause);
  }
}
