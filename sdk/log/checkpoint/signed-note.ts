import type { LogReason } from "../../errors/log-reasons.ts";
import { sdkError } from "../../errors/sdk.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { KEY_NAME } from "./note-key.ts";

/** A signature line: who signed, by name and key id, and what the key's algorithm made. */
export type NoteSignature = {
  readonly name: string;
  readonly id: number;
  readonly signature: Uint8Array;
};

/** A signed note. `text` ends with a newline; nothing in it is to be believed before a signature was verified. */
export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** The specification asks for at least 16; a log, its keys' rotation and all agencies as cosigners fit. */
const MAX_SIGNATURES = 64;
const MAX_LENGTH = 65_536;
/** The em dash and space that begin a signature line. */
const DASH = "\u2014 ";

const malformed = (reason: LogReason) => sdkError("LOG_NOTE_MALFORMED", { reason });

/** The note as text. C2SP signed-note, “Format”. */
export function formatNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(({ name, id, signature }) => {
    const bytes = new Uint8Array(4 + signature.length);
    new DataView(bytes.buffer).setUint32(0, id);
    bytes.set(signature, 4);
    return `${DASH}${name} ${toBase64(bytes)}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

function parseSignature(line: string): NoteSignature {
  const [name, encoded, ...more] = line.slice(DASH.length).split(" ");
  const bytes = fromBase64(encoded ?? "");
  const fits = line.startsWith(DASH) && more.length === 0 && name !== undefined && KEY_NAME.test(name);
  if (!fits || !bytes || bytes.length < 5) throw malformed("signature line");
  return { name, id: new DataView(bytes.buffer).getUint32(0), signature: bytes.subarray(4) };
}

/**
 * The parts of a signed note; whether the signatures hold is not looked at. C2SP signed-note, “Format”.
 *
 * @throws ProngsaiError LOG_NOTE_MALFORMED, also for more than 64 signatures or 65,536 characters
 */
export function parseNote(note: string): SignedNote {
  if (note.length > MAX_LENGTH) throw malformed("too long");
  // eslint-disable-next-line no-control-regex -- the specification forbids just these
  if (!note.isWellFormed() || /[\x00-\x09\x0b-\x1f]/.test(note)) throw malformed("control characters");
  const split = note.lastIndexOf("\n\n");
  if (split < 0) throw malformed("no empty line before the signatures");
  if (!note.endsWith("\n")) throw malformed("no newline at the end");
  const lines = note
    .slice(split + 2)
    .split("\n")
    .slice(0, -1);
  if (lines.length === 0) throw malformed("no signature");
  if (lines.length > MAX_SIGNATURES) throw malformed("too many signatures");
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignature) };
}
