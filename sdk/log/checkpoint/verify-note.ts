import { cosignedMessage, splitTimedSignature } from "./cosignature.ts";
import { ed25519Verify } from "./ed25519.ts";
import type { NoteKey } from "./note-key.ts";
import type { NoteSignature, SignedNote } from "./signed-note.ts";

/** What became of the signature lines of one key. */
export type KeyResult = {
  readonly key: NoteKey;
  /** `absent`: no line has the key's name and id; `wrong`: one has, and it does not hold */
  readonly outcome: "valid" | "wrong" | "absent";
  /** Unix seconds at which a cosigner vouched for the checkpoint */
  readonly time?: number;
};

function verifyLine(text: string, { signature }: NoteSignature, key: NoteKey): KeyResult {
  if (key.use === "note") {
    const holds = ed25519Verify(signature, new TextEncoder().encode(text), key.publicKey);
    return { key, outcome: holds ? "valid" : "wrong" };
  }
  const timed = splitTimedSignature(signature);
  const holds =
    timed && ed25519Verify(timed.signature, cosignedMessage(text, BigInt(timed.time)), key.publicKey);
  return holds ? { key, outcome: "valid", time: timed.time } : { key, outcome: "wrong" };
}

/**
 * Verifies the signatures of known keys; lines of unknown keys are ignored. Of several lines of one key all must hold.
 * C2SP signed-note, “Signatures”.
 */
export function verifyNote({ text, signatures }: SignedNote, keys: readonly NoteKey[]): KeyResult[] {
  return keys.map((key) => {
    const results = signatures
      .filter(({ name, id }) => name === key.name && id === key.id)
      .map((line) => verifyLine(text, line, key));
    return results.find(({ outcome }) => outcome === "wrong") ?? results[0] ?? { key, outcome: "absent" };
  });
}
