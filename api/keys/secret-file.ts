import { readFileSync, statSync } from "node:fs";
import { fromHex } from "../../sdk/hex.ts";
import { keyError } from "./key-error.ts";

/** Permissions of group and others. */
const OF_OTHERS = 0o077;

/**
 * The secret key (32 bytes) that a file holds on its one line.
 *
 * @param name what the key is of, for the error; the key itself is in no message
 * @throws ProngsaiError LOG_KEY_FILE when there is no such file, others may read it, or it holds something else
 */
export function readSecretFile(name: string, path: string): Uint8Array {
  const refuse = (reasonTh: string, reason: string, cause?: unknown) =>
    keyError("LOG_KEY_FILE", { name, reasonTh, reason }, cause);
  let text: string;
  try {
    if ((statSync(path).mode & OF_OTHERS) !== 0)
      throw refuse("ผู้ใช้อื่นในเครื่องอ่านแฟ้มนี้ได้", "Others than its owner may read it.");
    text = readFileSync(path, "utf8").trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code?.startsWith("LOG_")
      ? error
      : refuse(`อ่านแฟ้มไม่ได้ (${code})`, `It cannot be read (${code}).`, error);
  }
  if (!/^0x[0-9a-f]{64}$/i.test(text))
    throw refuse("เนื้อหาไม่ใช่ 0x และเลขฐานสิบหก 64 ตัว", "It does not hold 0x and 64 hexadecimal digits.");
  return fromHex(text, 32);
}
