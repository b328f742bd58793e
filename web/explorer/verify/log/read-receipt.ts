import { ProngsaiError } from "../../../../sdk/errors.ts";
import { fromBase64 } from "../../../../sdk/log/checkpoint/base64.ts";
import { decodeCoseReceipt } from "../../../../sdk/log/cose/decode.ts";
import type { CoseReceipt } from "../../../../sdk/log/cose/cose-receipt.ts";
import { parseReceipt } from "../../../../sdk/log/receipt/index.ts";
import type { Receipt } from "../../../../sdk/log/receipt/index.ts";

/** A receipt as a reader brings it. */
export type BroughtReceipt =
  | { readonly form: "json"; readonly receipt: Receipt }
  | { readonly form: "cose"; readonly cose: CoseReceipt; readonly receipt?: Receipt }
  | { readonly form: "none" }
  /** JSON of something else, such as a whole log or settings */
  | { readonly form: "other" };

/** One that could be read. */
export type FoundReceipt = Exclude<BroughtReceipt, { readonly form: "none" | "other" }>;

/** First byte of a COSE_Sign1 with its tag, RFC 9052 section 2. */
const COSE_SIGN1 = 0xd2;

const ofCose = (bytes: Uint8Array): BroughtReceipt => {
  const cose = decodeCoseReceipt(bytes);
  return { form: "cose", cose, ...(cose.receipt && { receipt: cose.receipt }) };
};

/** Bytes that a text stands for in base 64 (with or without padding, either alphabet) or hexadecimal. */
function bytesOf(text: string): Uint8Array | undefined {
  const bare = text.replaceAll(/\s/g, "").replace(/^0x/i, "");
  if (/^(?:[0-9a-f]{2})+$/i.test(bare))
    return Uint8Array.from(bare.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  const plain = bare.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  return fromBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, "="));
}

/** Its first member says what it is: without it nobody meant it to be a receipt, and what else is wrong does not matter. */
const isOther = (error: unknown): boolean =>
  error instanceof ProngsaiError && error.code === "LOG_FILE_MALFORMED" && error.details["path"] === "$.type";

function ofJson(text: string): BroughtReceipt {
  try {
    return { form: "json", receipt: parseReceipt(text) };
  } catch (error) {
    if (isOther(error)) return { form: "other" };
    throw error;
  }
}

/**
 * The receipt in a text: JSON, or COSE in base 64 or hexadecimal.
 *
 * @throws ProngsaiError LOG_FILE_MALFORMED, LOG_FILE_VERSION, LOG_COSE_MALFORMED
 */
export function readReceiptText(text: string): BroughtReceipt {
  const bare = text.replace(/^\uFEFF/, "").trim();
  if (bare.startsWith("{")) return ofJson(bare);
  const bytes = bytesOf(bare);
  return bytes?.[0] === COSE_SIGN1 ? ofCose(bytes) : { form: "none" };
}

/** The receipt in a file: COSE as bytes, or one of the texts. @throws as `readReceiptText` */
export function readReceiptBytes(bytes: Uint8Array): BroughtReceipt {
  return bytes[0] === COSE_SIGN1 ? ofCose(bytes) : readReceiptText(new TextDecoder().decode(bytes));
}
