import { fromHex } from "../hex.ts";
import { noteKey } from "../log/checkpoint/index.ts";
import type { NoteKey } from "../log/checkpoint/index.ts";

/** A public key of a service, as the chain or this website tells it. Times are Unix seconds. */
export type CheckpointKey = {
  readonly keyId: string;
  /** `0x…`, 32 bytes of Ed25519 */
  readonly publicKey: string;
  readonly validUntil: number;
  readonly endedAt: number | null;
};

/**
 * Keys by which checkpoints of that time can be judged. What was anchored may be signed anew by a later key, so only
 * keys that had ended before are left out.
 *
 * @param origin of the log
 * @param at when the head was anchored, Unix seconds
 */
export function keysFor(keys: readonly CheckpointKey[], origin: string, at: number): NoteKey[] {
  return keys
    .filter(({ validUntil, endedAt }) => validUntil >= at && (endedAt === null || endedAt > at))
    .map(({ publicKey }) => noteKey(origin, "note", fromHex(publicKey, 32)));
}
