import type { LogReason } from "../../errors/log-reasons.ts";
import { sdkError } from "../../errors/sdk.ts";
import { sha256 } from "../../sha256.ts";
import { fromBase64, toBase64 } from "./base64.ts";

/** What a key signs: the note itself (a log's own key), or that it saw the checkpoint at a time (a cosigner's). */
export type NoteKeyUse = "note" | "cosignature";

/** Bytes of the assigned signature types. C2SP signed-note, “Signature types”. */
const TYPES = { note: 0x01, cosignature: 0x04 } as const;

/** An Ed25519 key that notes are verified with. */
export type NoteKey = {
  /** of a log: its origin; of a cosigner: its own name */
  readonly name: string;
  readonly use: NoteKeyUse;
  /** 32 bytes */
  readonly publicKey: Uint8Array;
  /** the first four bytes of a hash over the above, which a signature line carries; no proof of anything */
  readonly id: number;
};

/** No white space, no control character, no plus; not empty. C2SP signed-note, “Format”. */
export const KEY_NAME = /^[^\s\p{Cc}\p{Z}+]+$/u;

const malformed = (input: string, reason: LogReason) => sdkError("LOG_KEY_MALFORMED", { input, reason });

function typed(use: NoteKeyUse, publicKey: Uint8Array): Uint8Array {
  return Uint8Array.from([TYPES[use], ...publicKey]);
}

/**
 * The key with its id: SHA-256(name ‖ "\n" ‖ type ‖ public key), first four bytes, big-endian.
 * C2SP signed-note, “Signatures”; C2SP tlog-cosignature, “Format”.
 *
 * @throws ProngsaiError LOG_KEY_MALFORMED
 */
export function noteKey(name: string, use: NoteKeyUse, publicKey: Uint8Array): NoteKey {
  if (!KEY_NAME.test(name) || !name.isWellFormed()) throw malformed(name, "name");
  if (publicKey.length !== 32) throw malformed(name, "public key is not of 32 bytes");
  const head = new TextEncoder().encode(`${name}\n`);
  const hash = sha256(Uint8Array.from([...head, ...typed(use, publicKey)]));
  return { name, use, publicKey, id: new DataView(hash.buffer, hash.byteOffset).getUint32(0) };
}

const hexId = (id: number) => id.toString(16).padStart(8, "0");

/** The key as text: `name+id+base64(type ‖ public key)`. C2SP signed-note, “Verifier keys”. */
export function formatNoteKey({ name, use, publicKey, id }: NoteKey): string {
  return `${name}+${hexId(id)}+${toBase64(typed(use, publicKey))}`;
}

/** @throws ProngsaiError LOG_KEY_MALFORMED when the text is none, of an unknown type, or has not the id of its key */
export function parseNoteKey(text: string): NoteKey {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text) ?? [];
  if (name === undefined || encoded === undefined) throw malformed(text, "form");
  const bytes = fromBase64(encoded);
  if (!bytes) throw malformed(text, "base64");
  const use = (["note", "cosignature"] as const).find((one) => TYPES[one] === bytes[0]);
  if (!use) throw malformed(text, "signature type");
  const key = noteKey(name, use, bytes.slice(1));
  if (hexId(key.id) !== id) throw malformed(text, "id");
  return key;
}
