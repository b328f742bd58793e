import { readFile } from "node:fs/promises";
import { decodeCoseReceipt } from "../../../sdk/log/cose/index.ts";
import type { CoseReceipt } from "../../../sdk/log/cose/index.ts";
import { parseReceipt } from "../../../sdk/log/receipt/index.ts";
import type { Receipt } from "../../../sdk/log/receipt/index.ts";
import { PlatformError } from "../../platform/errors.ts";

/** First byte of a COSE receipt (tag 18); no JSON begins with it. */
const COSE_SIGN1 = 0xd2;

/** @throws PlatformError VERIFY_USAGE when there is no such file */
export async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new PlatformError("VERIFY_USAGE", `${path} cannot be read`, "check the name of the file", cause);
  }
}

/** A receipt in either form. @throws PlatformError VERIFY_USAGE; ProngsaiError LOG_FILE_…, LOG_COSE_MALFORMED */
export async function readReceiptFile(path: string): Promise<{ json: Receipt } | { cose: CoseReceipt }> {
  const bytes = await readInput(path);
  if (bytes[0] === COSE_SIGN1) return { cose: decodeCoseReceipt(new Uint8Array(bytes)) };
  return { json: parseReceipt(bytes.toString("utf8")) };
}
