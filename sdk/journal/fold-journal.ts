import { keccak256 } from "../keccak.ts";
import type { Keccak } from "../keccak.ts";

/** The root of a journal without entries: 32 zero bytes. A fresh array, because roots are mutable bytes. */
export function emptyJournalRoot(): Uint8Array {
  return new Uint8Array(32);
}

/** The root after one more entry: `keccak256(root ‖ entry)`. Source: contracts/lib/IJournal.sol. */
export function foldJournal(root: Uint8Array, entry: Uint8Array, keccak: Keccak = keccak256): Uint8Array {
  const both = new Uint8Array(64);
  both.set(root, 0);
  both.set(entry, 32);
  return keccak(both);
}
