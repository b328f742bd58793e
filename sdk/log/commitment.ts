import { toHex } from "../hex.ts";
import { sha256 } from "../sha256.ts";

/** Bytes of a salt: enough that nobody finds what is committed to by trying. */
export const SALT_BYTES = 32;

/** A fresh salt from the system's random numbers; one for each payload and each subject, never used again. */
export const newSalt = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(SALT_BYTES));

/**
 * SHA-256(kind ‖ 32-byte salt ‖ content), `0x…`. Without the salt it says nothing about the content.
 *
 * @param kind three ASCII characters, so that a commitment to one thing is never one to another
 * @throws RangeError for a salt of another length
 */
export function saltedCommit(kind: "pl1" | "sj1", salt: Uint8Array, content: Uint8Array): string {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`);
  const prefix = new TextEncoder().encode(kind);
  const bytes = new Uint8Array(prefix.length + SALT_BYTES + content.length);
  bytes.set(prefix);
  bytes.set(salt, prefix.length);
  bytes.set(content, prefix.length + SALT_BYTES);
  return toHex(sha256(bytes));
}
