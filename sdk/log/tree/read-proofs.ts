import { MerkleAccumulator } from "../../merkle/accumulator.ts";
import { checkPrefix } from "../../merkle/consistency.ts";
import type { ConsistencyProof } from "../../merkle/consistency.ts";
import { checkLeafIndex } from "../../merkle/inclusion.ts";
import type { InclusionProof } from "../../merkle/inclusion.ts";
import { consistencyRanges, inclusionRanges } from "../../merkle/ranges.ts";
import { readPeaks, readRanges } from "./read-nodes.ts";
import type { TileReader } from "./tile-reader.ts";

/**
 * The root of the tree of the first `size` leaves from its tiles; SHA-256 of nothing for none.
 *
 * @throws ProngsaiError LOG_TILE_MISSING, LOG_TILE_MALFORMED
 */
export async function readRoot(reader: TileReader, size: number): Promise<Uint8Array> {
  return MerkleAccumulator.from(size, await readPeaks(reader, size)).root();
}

/**
 * The inclusion proof of the leaf at `index` in the tree of `size` leaves, from O(log size) stored hashes.
 * RFC 9162 section 2.1.3.1.
 *
 * @throws ProngsaiError MERKLE_INDEX_OUT_OF_RANGE, LOG_TILE_MISSING, LOG_TILE_MALFORMED
 */
export async function readInclusion(
  reader: TileReader,
  index: number,
  size: number,
): Promise<InclusionProof> {
  checkLeafIndex(index, size);
  return { index, size, path: await readRanges(reader, size, inclusionRanges(index, size)) };
}

/**
 * The consistency proof between the trees of `prefix` (≥ 1) and of `size` leaves, from O(log size) stored hashes.
 * RFC 9162 section 2.1.4.1.
 *
 * @throws ProngsaiError MERKLE_INDEX_OUT_OF_RANGE, LOG_TILE_MISSING, LOG_TILE_MALFORMED
 */
export async function readConsistency(
  reader: TileReader,
  prefix: number,
  size: number,
): Promise<ConsistencyProof> {
  checkPrefix(prefix, size);
  return { prefix, size, path: await readRanges(reader, size, consistencyRanges(prefix, size)) };
}
