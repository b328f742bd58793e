import { writeFile } from "node:fs/promises";
import { formatTrust } from "../../../sdk/log/verify/index.ts";
import { RpcClient } from "../../../sdk/rpc.ts";
import { describeError } from "../../platform/errors.ts";
import { cannotVerify, verifyUsage } from "../errors.ts";
import { readReceiptFile } from "../log/file.ts";
import { readTrustCommand } from "./command.ts";
import { readTrust } from "./read-trust.ts";

/** @throws ProngsaiError VERIFY_USAGE */
async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    const said = { th: `เขียนแฟ้ม ${path} ไม่ได้`, en: `${path} cannot be written.` };
    throw verifyUsage(said, { th: "ระบุแฟ้มอื่นด้วย --out", en: "Name another file with --out." }, cause);
  }
}

/**
 * Asks a node once what may be believed of a receipt's log, so that receipts of it can be verified without any network.
 *
 * @returns exit code: 0 when the file was written, 2 when it could not be made
 */
export async function writeTrust(args: readonly string[]): Promise<number> {
  try {
    const { receipt: path, rpc, directory, out } = await readTrustCommand(args);
    const file = await readReceiptFile(path);
    const receipt = "cose" in file ? file.cose.receipt : file.json;
    if (!receipt)
      throw cannotVerify(
        {
          th: "ใบรับแบบ COSE ฉบับนี้มีแต่หลักฐานพิสูจน์ จึงไม่บอกว่ายืนยันไว้ที่ใด",
          en: "This COSE receipt carries nothing but its proof, so it does not say where it is anchored.",
        },
        { th: "ใช้ใบรับแบบ JSON ของรายการเดียวกัน", en: "Take the receipt in JSON of the same entry." },
      );
    const trust = await readTrust(new RpcClient(rpc), directory, receipt);
    await write(out, formatTrust(trust));
    const [head] = trust.heads;
    console.log(
      head
        ? `wrote ${out}: ${trust.keys.length} key(s) of ${head.service}, its head of ${head.size} entries in block ${head.block}, ${head.cosigners.length} confirmation(s)`
        : `wrote ${out}: ${trust.keys.length} key(s) of ${receipt.service}; the chain has NO head where the receipt says that it is`,
    );
    return 0;
  } catch (error) {
    console.error(describeError(error));
    return 2;
  }
}
