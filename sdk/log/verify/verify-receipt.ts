import { isOriginOf } from "../checkpoint/checkpoint.ts";
import type { Receipt } from "../receipt/receipt.ts";
import { cosignedStep, openCheckpoint, signedStep } from "./checkpoint-steps.ts";
import { anchorSteps, includedStep, recordSteps } from "./receipt-steps.ts";
import { report, step } from "./step.ts";
import type { LogReport, LogStep, LogStepCode } from "./step.ts";
import type { Trust } from "./trust.ts";

/** Who may vouch for a root: the log's key, or the chain. */
export const VOUCHERS: readonly LogStepCode[] = [
  "CHECKPOINT_SIGNED",
  "RECEIPT_ANCHOR_TRUSTED",
  "COSE_SIGNED",
];

/**
 * The steps from the record over leaf, inclusion and checkpoint to whoever vouches for it.
 *
 * @throws ProngsaiError LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED
 */
export function receiptSteps(receipt: Receipt, trust: Trust): LogStep[] {
  const open = openCheckpoint(receipt.checkpoint);
  const { service, leaf, record } = receipt;
  const { origin } = open.checkpoint;
  return [
    ...recordSteps(record, leaf, service),
    includedStep(receipt, open.checkpoint),
    step("ORIGIN_SERVICE", isOriginOf(origin, service), { origin, service }),
    signedStep("CHECKPOINT_SIGNED", open, trust),
    cosignedStep(open, trust),
    ...anchorSteps(receipt, open.checkpoint, trust),
  ];
}

/**
 * Verifies a receipt without any network. It holds when nothing in it is wrong, the leaf is in the tree, and the tree's
 * root is vouched for by a trusted key of the log or a trusted head on the chain. A receipt without its record speaks of
 * the leaf only.
 *
 * @param trust keys, cosigners and heads that the reader believes; nothing in the receipt is believed
 * @throws ProngsaiError LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED
 */
export function verifyReceipt(receipt: Receipt, trust: Trust): LogReport {
  return report(receiptSteps(receipt, trust), [["LEAF_INCLUDED"], VOUCHERS]);
}
