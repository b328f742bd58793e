import { readFile } from "node:fs/promises";
import { decodeCoseReceipt } from "../../../sdk/log/cose/index.ts";
import type { CoseReceipt } from "../../../sdk/log/cose/index.ts";
import { parseReceipt } from "../../../sdk/log/receipt/index.ts";
import type { Receipt } from "../../../sdk/log/receipt/index.ts";
import { verifyUsage } from "../errors.ts";

/** First byte of a COSE receipt (tag 18); no JSON begins with it. */
const COSE_SIGN1 = 0xd2;

/** @throws ProngsaiError VERIFY_USAGE when there is no such file */
export async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const said = { th: `อ่านแฟ้ม ${path} ไม่ได้`, en: `${path} cannot be read.` };
    throw verifyUsage(said, { th: "ตรวจชื่อแฟ้ม", en: "Check the name of the file." }, cause);
  }
}

/** A receipt in either form. @throws ProngsaiError VERIFY_USAGE, LOG_FILE_…, LOG_COSE_MALFORMED */
export async function readReceiptFile(path: string): Promise<{ json: Receipt } | { cose: CoseReceipt }> {
  const bytes = await readInput(path);
  if (bytes[0] === COSE_SIGN1) return { cose: decodeCoseReceipt(new Uint8Array(bytes)) };
  return { json: parseReceipt(bytes.toString("utf8")) };
}
