/** Entries of a test log, and proofs between its sizes as the contract takes them. */
import { toHex } from "../../../sdk/hex.ts";
import { leafHash, merkleRoot, proveConsistency, proveInclusion } from "../../../sdk/merkle.ts";

/** The hash of entry `index` of a log; another `story` is another log, e.g. one that was tampered with. */
export const leafAt = (index: number, story = "log"): Uint8Array =>
  leafHash(new TextEncoder().encode(`${story} ${index}`));

export const leaves = (size: number, story?: string): Uint8Array[] =>
  Array.from({ length: size }, (_, index) => leafAt(index, story));

export const rootOf = (list: readonly Uint8Array[]): string => toHex(merkleRoot(list));

/** RFC 9162 consistency proof of the first `prefix` leaves and all of them; empty from nothing. */
export const extension = (list: readonly Uint8Array[], prefix: number): string[] =>
  prefix === 0 ? [] : proveConsistency(list, prefix).path.map(toHex);

export const inclusion = (list: readonly Uint8Array[], index: number): string[] =>
  proveInclusion(list, index).path.map(toHex);
