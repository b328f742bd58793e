import { toHex } from "../../hex.ts";
import { isOriginOf, parseCheckpoint } from "../checkpoint/checkpoint.ts";
import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import { parseNote } from "../checkpoint/signed-note.ts";
import type { SignedNote } from "../checkpoint/signed-note.ts";
import { verifyNote } from "../checkpoint/verify-note.ts";
import { step } from "./step.ts";
import type { LogStep, LogStepCode } from "./step.ts";
import type { Trust } from "./trust.ts";

/** A checkpoint that was read; nothing in it is believed yet. */
export type OpenCheckpoint = { readonly note: SignedNote; readonly checkpoint: Checkpoint };

/** @throws ProngsaiError LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED */
export function openCheckpoint(text: string): OpenCheckpoint {
  const note = parseNote(text);
  return { note, checkpoint: parseCheckpoint(note.text) };
}

/** Whether a trusted key of this log signed the checkpoint. */
export function signedStep(
  code: LogStepCode,
  { note, checkpoint }: OpenCheckpoint,
  { keys }: Trust,
): LogStep {
  const { origin, size } = checkpoint;
  const results = verifyNote(
    note,
    keys.filter(({ name }) => name === origin),
  );
  if (results.length === 0) return step(code, "unknown", { origin, size });
  const valid = results.filter(({ outcome }) => outcome === "valid");
  const wrong = results.some(({ outcome }) => outcome === "wrong");
  return step(code, valid.length > 0 && !wrong, { origin, size });
}

/** Whether enough trusted cosigners signed the checkpoint. */
export function cosignedStep({ note, checkpoint }: OpenCheckpoint, { cosigners, quorum }: Trust): LogStep {
  const results = verifyNote(note, cosigners);
  const valid = results.filter(({ outcome }) => outcome === "valid").length;
  const details = { valid, quorum, trusted: cosigners.length, size: checkpoint.size };
  if (results.some(({ outcome }) => outcome === "wrong")) return step("CHECKPOINT_COSIGNED", false, details);
  if (valid < quorum) return step("CHECKPOINT_COSIGNED", false, details);
  return step("CHECKPOINT_COSIGNED", valid > 0 ? "holds" : "unknown", details);
}

/** Whether the chain, as far as its heads are known, has this root at this size. */
export function anchoredStep(code: LogStepCode, { checkpoint }: OpenCheckpoint, { heads }: Trust): LogStep {
  const { origin, size, root } = checkpoint;
  const same = heads.filter((head) => isOriginOf(origin, head.service) && head.size === size);
  if (same.length === 0) return step(code, "unknown", { size });
  const found = same.every((head) => head.root === toHex(root));
  return step(code, found, { size, block: same[0]!.block });
}
