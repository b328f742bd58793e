import { findPersonalData } from "../../../sdk/log/personal-data/index.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import { intakeError } from "../errors/intake-error.ts";

/** Random bytes or a hash in hexadecimal, as `openssl rand -hex 16` and others give them; UUIDs are told apart anyway. */
const RANDOM = /^(?:0x)?[0-9a-f]{32,128}$/i;

/**
 * First 16 bytes of the SHA-256 of an Idempotency-Key, which is all that is kept of it. A key that is a number of a person
 * is refused: from a hash it could be guessed.
 *
 * @throws ProngsaiError LOG_INTAKE_KEY_PERSONAL
 */
export function idempotencyKeyHash(key: string): Uint8Array {
  if (!RANDOM.test(key)) {
    const [found] = findPersonalData(key);
    if (found) throw intakeError("LOG_INTAKE_KEY_PERSONAL", { kind: found.kind, path: "Idempotency-Key" });
  }
  return sha256(key).subarray(0, 16);
}
