import { ed25519PublicKey, ed25519Sign } from "./ed25519.ts";
import { noteKey } from "./note-key.ts";
import type { NoteKey, NoteKeyUse } from "./note-key.ts";

/** Whoever holds an Ed25519 key, in memory or in a device: it signs and never shows the key. */
export interface NoteSigner {
  readonly key: NoteKey;
  /** the Ed25519 signature (64 bytes) over the message. RFC 8032 section 5.1.6 */
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/**
 * A signer with its secret key in memory.
 *
 * @param name of a log: its origin; of a cosigner: its own name
 * @param secretKey 32 bytes
 * @throws ProngsaiError LOG_KEY_MALFORMED
 */
export function ed25519Signer(name: string, use: NoteKeyUse, secretKey: Uint8Array): NoteSigner {
  return {
    key: noteKey(name, use, ed25519PublicKey(secretKey)),
    sign: (message) => ed25519Sign(message, secretKey),
  };
}
