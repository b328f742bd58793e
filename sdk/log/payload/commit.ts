import { equalBytes, fromHex, toHex } from "../../hex.ts";
import { sha256 } from "../../sha256.ts";

/** Bytes of a salt: enough that nobody finds a payload by trying. */
export const SALT_BYTES = 32;
const PREFIX = new TextEncoder().encode("pl1");

/** A fresh salt from the system's random numbers; one for each payload, never used again. */
export const newSalt = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(SALT_BYTES));

/**
 * What stands for a private payload in the log: SHA-256("pl1" ‖ 32-byte salt ‖ payload), `0x…`. Without the salt it says
 * nothing about the payload; when salt and payload are erased, nothing is left to find.
 *
 * @throws RangeError for a salt of another length
 */
export function payloadCommit(salt: Uint8Array, payload: Uint8Array): string {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`);
  const bytes = new Uint8Array(PREFIX.length + SALT_BYTES + payload.length);
  bytes.set(PREFIX);
  bytes.set(salt, PREFIX.length);
  bytes.set(payload, PREFIX.length + SALT_BYTES);
  return toHex(sha256(bytes));
}

/** Whether salt and payload are those that a record committed to. */
export function isCommitted(commit: string, salt: Uint8Array, payload: Uint8Array): boolean {
  return salt.length === SALT_BYTES && equalBytes(fromHex(commit, 32), fromHex(payloadCommit(salt, payload)));
}
