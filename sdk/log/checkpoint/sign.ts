import { sdkError } from "../../errors/sdk.ts";
import { formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { cosignedMessage, timedSignature } from "./cosignature.ts";
import type { NoteKeyUse } from "./note-key.ts";
import { formatNote, parseNote } from "./signed-note.ts";
import type { NoteSigner } from "./signer.ts";

function check({ key }: NoteSigner, use: NoteKeyUse): void {
  if (key.use !== use) throw sdkError("LOG_KEY_MALFORMED", { input: key.name, reason: `signs a ${key.use}` });
}

/**
 * The checkpoint as a signed note. Who calls it must know that the tree extends every one that the key signed before.
 *
 * @throws ProngsaiError LOG_KEY_MALFORMED when the signer is a cosigner, or its name is not the origin;
 * LOG_CHECKPOINT_MALFORMED
 */
export async function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): Promise<string> {
  check(signer, "note");
  const { name, id } = signer.key;
  if (name !== checkpoint.origin)
    throw sdkError("LOG_KEY_MALFORMED", { input: name, reason: "is not the checkpoint's origin" });
  const text = formatCheckpoint(checkpoint);
  parseCheckpoint(text);
  const signature = await signer.sign(new TextEncoder().encode(text));
  return formatNote({ text, signatures: [{ name, id, signature }] });
}

/**
 * The note with a cosignature/v1 line more: that at `time` this was the largest tree the cosigner had seen of the log,
 * and that it extends all before. Who calls it must have verified that. C2SP tlog-cosignature.
 *
 * @param time Unix seconds
 * @throws ProngsaiError LOG_KEY_MALFORMED when the signer is none of cosignatures; LOG_NOTE_MALFORMED;
 * LOG_CHECKPOINT_MALFORMED
 */
export async function cosignCheckpoint(note: string, signer: NoteSigner, time: number): Promise<string> {
  check(signer, "cosignature");
  const { text, signatures } = parseNote(note);
  parseCheckpoint(text);
  const { name, id } = signer.key;
  const signature = timedSignature(BigInt(time), await signer.sign(cosignedMessage(text, BigInt(time))));
  return formatNote({ text, signatures: [...signatures, { name, id, signature }] });
}
