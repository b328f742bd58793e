import { readFile } from "node:fs/promises";
import { Wallet } from "ethers";
import type { JsonRpcProvider, Signer } from "ethers";
import { DEMO_CHAIN_ID } from "../chain/genesis.ts";
import { cast } from "../demo/cast.ts";
import { importCommandError } from "./errors.ts";

/**
 * The officer who anchors imports: the one of IMPORTER_KEYSTORE and IMPORTER_PASSWORD_FILE; on the demonstration's chain,
 * where keys are public, the demonstration's importer.
 *
 * @throws ProngsaiError IMPORT_KEY_MISSING
 */
export async function importSigner(
  provider: JsonRpcProvider,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Signer> {
  const { IMPORTER_KEYSTORE: keystore, IMPORTER_PASSWORD_FILE: passwordFile } = env;
  if (keystore && passwordFile) {
    try {
      const password = (await readFile(passwordFile, "utf8")).replace(/\r?\n$/, "");
      return (await Wallet.fromEncryptedJson(await readFile(keystore, "utf8"), password)).connect(provider);
    } catch (cause) {
      throw importCommandError(
        "IMPORT_KEY_MISSING",
        {
          th: "เปิดแฟ้มกุญแจใน IMPORTER_KEYSTORE ไม่ได้",
          en: "the keystore of IMPORTER_KEYSTORE cannot be opened",
        },
        cause,
      );
    }
  }
  const { chainId } = await provider.getNetwork();
  if (chainId === BigInt(DEMO_CHAIN_ID)) return cast.bureau.importer.wallet.connect(provider);
  throw importCommandError("IMPORT_KEY_MISSING", {
    th: `ไม่รู้จักกุญแจของผู้นำเข้าสำหรับเครือข่ายหมายเลข ${chainId}`,
    en: `no importer's key is known for chain ${chainId}`,
  });
}
