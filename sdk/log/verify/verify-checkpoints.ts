import { equalBytes, fromHex } from "../../hex.ts";
import { merkleRoot } from "../../merkle/accumulator.ts";
import { verifyConsistency } from "../../merkle/consistency.ts";
import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import { anchoredStep, openCheckpoint, signedStep } from "./checkpoint-steps.ts";
import type { ConsistencyFile } from "./consistency-file.ts";
import { report, step } from "./step.ts";
import type { LogReport } from "./step.ts";
import type { Trust } from "./trust.ts";

function extendsOlder(older: Checkpoint, newer: Checkpoint, path: readonly Uint8Array[]): boolean {
  // Every tree extends the empty one, which has one root only; there is no proof to look at.
  if (older.size === 0) {
    const rightRoots =
      equalBytes(older.root, merkleRoot([])) && (newer.size > 0 || equalBytes(newer.root, older.root));
    return rightRoots && path.length === 0;
  }
  return verifyConsistency({ prefix: older.size, size: newer.size, path }, older.root, newer.root);
}

/**
 * Verifies without any network that a log's newer checkpoint keeps everything of the older one. RFC 9162 section 2.1.4.
 * If both are signed and it does not hold, the two notes prove that the log showed two histories.
 *
 * @throws ProngsaiError LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED
 */
export function verifyCheckpoints({ older, newer, path }: ConsistencyFile, trust: Trust): LogReport {
  const before = openCheckpoint(older);
  const after = openCheckpoint(newer);
  const { size: from } = before.checkpoint;
  const { size: to } = after.checkpoint;
  const hashes = path.map((hash) => fromHex(hash, 32));
  const grown = from <= to;
  const steps = [
    step("SAME_LOG", before.checkpoint.origin === after.checkpoint.origin, {
      older: before.checkpoint.origin,
      newer: after.checkpoint.origin,
    }),
    signedStep("OLDER_SIGNED", before, trust),
    anchoredStep("OLDER_ANCHORED", before, trust),
    signedStep("NEWER_SIGNED", after, trust),
    anchoredStep("NEWER_ANCHORED", after, trust),
    step("NEVER_SHORTER", grown, { from, to }),
    step("EXTENDS", grown ? extendsOlder(before.checkpoint, after.checkpoint, hashes) : "unknown", {
      from,
      to,
    }),
  ];
  return report(steps, [["EXTENDS"], ["OLDER_SIGNED", "OLDER_ANCHORED"], ["NEWER_SIGNED", "NEWER_ANCHORED"]]);
}
