import { Wallet } from "ethers";
import { toHex } from "../../sdk/hex.ts";
import { isPublicKnowledge } from "./demonstration.ts";
import { keyError } from "./key-error.ts";
import { readSecretFile } from "./secret-file.ts";

/**
 * The account (secp256k1) whose key a file holds.
 *
 * @param name of the setting that names the file
 * @throws ProngsaiError LOG_KEY_FILE, LOG_KEY_DEMONSTRATION
 */
export function readAccountKey(name: string, path: string, chainId: number): Wallet {
  const secret = readSecretFile(name, path);
  if (isPublicKnowledge(secret, chainId)) throw keyError("LOG_KEY_DEMONSTRATION", { name, chainId });
  try {
    return new Wallet(toHex(secret));
  } catch {
    // The library's error would repeat the key.
    throw keyError("LOG_KEY_FILE", {
      name,
      reasonTh: "เนื้อหาไม่ใช่กุญแจของ secp256k1",
      reason: "It is no key of secp256k1.",
    });
  }
}
