import { createKeccak } from "hash-wasm";
import type { Decoder } from "./decode-log.ts";

export type Fold = (root: Uint8Array, decoder: Decoder, log: Buffer) => Uint8Array;

/** Adds `by` to the unsigned big-endian word at `at`. */
function increase(bytes: Buffer, at: number, by: number): void {
  const low = bytes.readUInt32BE(at + 28) + by;
  if (low > 0xffff_ffff) throw new RangeError("an offset of the event is too large");
  bytes.writeUInt32BE(low, at + 28);
}

/**
 * Folds logs into journals as sdk/journal.ts does (a test compares them), but without copying a log: the offsets in
 * `log` are moved in place, and back. WebAssembly hashing, one instance.
 */
export async function createFold(): Promise<Fold> {
  const hasher = await createKeccak(256);
  const both = new Uint8Array(64);
  return (root, { topics, slots }, log) => {
    const head = topics * 32;
    for (const slot of slots) increase(log, head + slot * 32, head);
    both.set(root, 0);
    both.set(hasher.init().update(log).digest("binary"), 32);
    for (const slot of slots) increase(log, head + slot * 32, -head);
    return hasher.init().update(both).digest("binary");
  };
}
