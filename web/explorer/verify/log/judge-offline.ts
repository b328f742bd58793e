import { logOrigin } from "../../../../sdk/log/checkpoint/index.ts";
import { NO_TRUST, verifyCoseReceipt, verifyReceipt } from "../../../../sdk/log/verify/index.ts";
import type { LogReport, Trust, TrustedHead } from "../../../../sdk/log/verify/index.ts";
import { keysFor } from "../../../../sdk/verify/checkpoint-keys.ts";
import type { CheckpointKey } from "../../../../sdk/verify/checkpoint-keys.ts";
import type { FoundReceipt } from "./read-receipt.ts";

/** What the SDK's verifier says of a receipt, with the keys and heads that are believed. */
export function report(found: FoundReceipt, trust: Trust): LogReport {
  return found.form === "json" ? verifyReceipt(found.receipt, trust) : verifyCoseReceipt(found.cose, trust);
}

/** The service that a receipt is of: what it says, or what its log's origin says. */
export const serviceOf = (found: FoundReceipt): string =>
  found.receipt?.service ?? (found.form === "cose" ? found.cose.origin.split("/")[0]! : "");

/** Keys and heads by which receipts of one service are judged. */
export type KnownOf = { readonly keys: readonly CheckpointKey[]; readonly heads: readonly TrustedHead[] };

/**
 * Verifies a receipt without asking anybody.
 *
 * @param deployment id of the ledger, after which its logs are named
 */
export function judge(found: FoundReceipt, deployment: string, { keys, heads }: KnownOf): LogReport {
  const origin = logOrigin(serviceOf(found), deployment);
  const at = heads[0]?.blockTime ?? found.receipt?.anchor.blockTime ?? 0;
  return report(found, { ...NO_TRUST, keys: keysFor(keys, origin, at), heads });
}
