import { equalBytes, fromHex } from "../../hex.ts";
import { inclusionRoot } from "../../merkle/inclusion.ts";
import { sha256 } from "../../sha256.ts";
import { isOriginOf } from "../checkpoint/checkpoint.ts";
import { ed25519Verify } from "../checkpoint/ed25519.ts";
import type { CoseReceipt } from "../cose/cose-receipt.ts";
import { signedBytes } from "../cose/structure.ts";
import type { Receipt } from "../receipt/receipt.ts";
import { openCheckpoint } from "./checkpoint-steps.ts";
import { recordSteps } from "./receipt-steps.ts";
import { report, step } from "./step.ts";
import type { LogReport, LogStep } from "./step.ts";
import type { Trust } from "./trust.ts";
import { VOUCHERS, receiptSteps } from "./verify-receipt.ts";

/** The entry that a COSE receipt is about, for one that carries nothing besides its proof. */
export type CoseSubject = Pick<Receipt, "service" | "leaf" | "record">;

function coseSteps(cose: CoseReceipt, { leaf, service }: CoseSubject, { keys }: Trust): LogStep[] {
  const { origin, proof, keyId, protectedHeader, signature, receipt } = cose;
  const details = { index: proof.index, size: proof.size };
  const root = inclusionRoot(fromHex(leaf, 32), proof);
  if (!root) return [step("LEAF_INCLUDED", false, details)];
  const known = keys.filter(({ name }) => name === origin);
  const key = known.find(({ publicKey }) => equalBytes(sha256(publicKey), keyId));
  const holds = key && ed25519Verify(signature, signedBytes(protectedHeader, root), key.publicKey);
  // An issuer that nobody knows must not hide behind a checkpoint of another one that is carried along.
  const own = !receipt || openCheckpoint(receipt.checkpoint).checkpoint.origin === origin;
  return [
    step("ORIGIN_SERVICE", own && isOriginOf(origin, service), { origin, service }),
    step("COSE_SIGNED", known.length === 0 ? "unknown" : holds === true, { origin, ...details }),
  ];
}

/**
 * Verifies a COSE receipt without any network: proof and leaf give a root, and a trusted key of the log must have signed
 * just this root (RFC 9942 section 5.2.1); what is carried besides is verified as a receipt in JSON.
 *
 * @param subject service and leaf (with or without the record) that the reader asks about; needed where the receipt
 * carries none, and compared where it does
 * @throws ProngsaiError LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED, HEX_MALFORMED
 */
export function verifyCoseReceipt(cose: CoseReceipt, trust: Trust, subject?: CoseSubject): LogReport {
  const { receipt } = cose;
  const about = subject ?? receipt;
  if (!about) return report([step("RECORD_LEAF", "unknown", { leaf: "" })], [VOUCHERS]);
  const own = coseSteps(cose, about, trust);
  const rest = receipt ? receiptSteps(receipt, trust) : recordSteps(about.record, about.leaf, about.service);
  const same = !receipt || (receipt.leaf === about.leaf && receipt.service === about.service);
  const steps = same
    ? [...rest, ...own]
    : [...rest, ...own, step("RECORD_LEAF", false, { leaf: about.leaf })];
  return report(steps, [VOUCHERS]);
}
