import { equalBytes, fromHex } from "../../hex.ts";
import { SALT_BYTES, saltedCommit } from "../commitment.ts";

/**
 * What stands for a private payload in the log: SHA-256("pl1" ‖ 32-byte salt ‖ payload), `0x…`. Without the salt it says
 * nothing about the payload; when salt and payload are erased, nothing is left to find.
 *
 * @throws RangeError for a salt of another length
 */
export const payloadCommit = (salt: Uint8Array, payload: Uint8Array): string =>
  saltedCommit("pl1", salt, payload);

/** Whether salt and payload are those that a record committed to. */
export function isCommitted(commit: string, salt: Uint8Array, payload: Uint8Array): boolean {
  return salt.length === SALT_BYTES && equalBytes(fromHex(commit, 32), fromHex(payloadCommit(salt, payload)));
}
