import { toHex } from "../../hex.ts";
import { readReceipt } from "../receipt/index.ts";
import type { Receipt } from "../receipt/index.ts";
import { recordLeaf } from "../record/index.ts";
import type { ActionRecord } from "../record/index.ts";
import { verifyReceipt } from "../verify/index.ts";
import type { LogReport, Trust } from "../verify/index.ts";
import { SubmissionError, refusalOf } from "./submission-error.ts";

/** A receipt with what the check of it found. */
export interface CheckedReceipt {
  readonly receipt: Receipt;
  readonly report: LogReport;
}

/**
 * The receipt of an entry, checked step by step; undefined while the entry is not anchored.
 *
 * @param record what the service says it logged there: the receipt must be about its leaf
 * @throws SubmissionError; ProngsaiError LOG_FILE_…, LOG_NOTE_MALFORMED, LOG_CHECKPOINT_MALFORMED
 */
export async function fetchReceipt(
  origin: string,
  entry: { readonly service: string; readonly index: number; readonly record?: ActionRecord },
  trust: Trust,
): Promise<CheckedReceipt | undefined> {
  const { service, index, record } = entry;
  const url = new URL(`/v1/receipts/${service}/${index}`, origin).href;
  let value: unknown;
  try {
    const response = await fetch(url, { headers: { accept: "application/json", "accept-language": "en" } });
    if (response.status === 404 || response.status === 202) return undefined;
    if (!response.ok) throw await refusalOf(url, response);
    value = await response.json();
  } catch (error) {
    if (error instanceof SubmissionError) throw error;
    const reason = (error as Error).message;
    throw new SubmissionError(
      "LOG_SUBMISSION_UNREACHABLE",
      { url, reason },
      { retryable: true, cause: error },
    );
  }
  const receipt = readReceipt(value);
  const refuse = (reason: string): never => {
    throw new SubmissionError("LOG_SUBMISSION_ANSWER", { url, reason }, { retryable: false });
  };
  if (receipt.service !== service || receipt.index !== index)
    return refuse("service or index of the receipt");
  if (record && receipt.leaf !== toHex(recordLeaf(record))) return refuse("the record of the receipt");
  return { receipt, report: verifyReceipt(receipt, trust) };
}
