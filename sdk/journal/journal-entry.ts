import { sdkError } from "../errors/sdk.ts";
import { keccak256 } from "../keccak.ts";
import type { Keccak } from "../keccak.ts";

const WORD = 32;

/** Adds `by` to the unsigned big-endian word at `start`. */
function increase(bytes: Uint8Array, start: number, by: number): void {
  let carry = by;
  for (let at = start + WORD - 1; carry > 0 && at >= start; at--) {
    const sum = (bytes[at] as number) + carry;
    bytes[at] = sum & 0xff;
    carry = sum >>> 8;
  }
}

/**
 * The journal entry of a log: `keccak256(abi.encode(eventSelector, args…))`, rebuilt from topics and data without
 * decoding them. Topics are words already and come first; the data follow, and because the head has become longer by
 * the topics, the offsets of dynamic parameters grow by as much. Source: contracts/lib/IJournal.sol.
 *
 * @param topics the log's topics, 32 bytes each, selector first
 * @param data the log's data
 * @param slots `dynamicHeadSlots` of the event
 * @throws ProngsaiError JOURNAL_LOG_MALFORMED when the data are too short for the slots
 */
export function journalEntry(
  topics: readonly Uint8Array[],
  data: Uint8Array,
  slots: readonly number[],
  keccak: Keccak = keccak256,
): Uint8Array {
  const head = topics.length * WORD;
  const preimage = new Uint8Array(head + data.length);
  topics.forEach((topic, index) => preimage.set(topic, index * WORD));
  preimage.set(data, head);
  for (const slot of slots) {
    if ((slot + 1) * WORD > data.length)
      throw sdkError("JOURNAL_LOG_MALFORMED", { length: data.length, slots });
    increase(preimage, head + slot * WORD, head);
  }
  return keccak(preimage);
}
