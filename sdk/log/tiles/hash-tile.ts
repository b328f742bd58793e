import { sdkError } from "../../errors/sdk.ts";
import { TILE_WIDTH } from "./tile.ts";

const HASH = 32;

/**
 * The bytes of a hash tile: its hashes one after the other, 32 bytes each. C2SP tlog-tiles, “Merkle Tree”.
 *
 * @throws ProngsaiError LOG_TILE_MALFORMED for no hash, more than 256, or one that has not 32 bytes
 */
export function buildHashTile(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH);
  const fits =
    hashes.length >= 1 && hashes.length <= TILE_WIDTH && hashes.every(({ length }) => length === HASH);
  if (!fits)
    throw sdkError("LOG_TILE_MALFORMED", { length: hashes.reduce((sum, { length }) => sum + length, 0) });
  hashes.forEach((hash, place) => bytes.set(hash, place * HASH));
  return bytes;
}

/**
 * The hashes of a tile, 32 bytes each, as views of its bytes.
 *
 * @param width how many are wanted; of a tile that has grown since, the first ones are given. All, when left out.
 * @throws ProngsaiError LOG_TILE_MALFORMED for bytes that are no tile, or too few
 */
export function parseHashTile(bytes: Uint8Array, width = bytes.length / HASH): Uint8Array[] {
  const hashes = bytes.length / HASH;
  if (!Number.isInteger(hashes) || hashes < Math.max(1, width) || hashes > TILE_WIDTH)
    throw sdkError("LOG_TILE_MALFORMED", { length: bytes.length, width });
  return Array.from({ length: width }, (_, place) => bytes.subarray(place * HASH, (place + 1) * HASH));
}
