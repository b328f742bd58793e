import { HDNodeWallet, Mnemonic } from "ethers";
import { toHex } from "../../sdk/hex.ts";
import { sha256 } from "../../sdk/sha256.ts";

/** The chain id that marks demonstration keys and data; the keys are refused elsewhere. */
const DEMONSTRATION = 31_337;
/** The phrase that every development chain uses; the demonstration's accounts are its first ones. */
const PHRASE = "test test test test test test test test test test test junk";
const ACCOUNTS = 256;

/** The checkpoint key of a service in the demonstration: made from its name, so that nobody can take it for a secret. */
export function demonstrationCheckpointKey(service: string): Uint8Array {
  return sha256(`prongsai demonstration checkpoint key of ${service}`);
}

/** Whether a key may sign on this chain: the demonstration's keys are known to everybody. */
export function isPublicKnowledge(secret: Uint8Array, chainId: number, service?: string): boolean {
  if (chainId === DEMONSTRATION) return false;
  const hex = toHex(secret);
  if (service !== undefined) return hex === toHex(demonstrationCheckpointKey(service));
  const accounts = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(PHRASE), "m/44'/60'/0'/0");
  for (let index = 0; index < ACCOUNTS; index++)
    if (accounts.deriveChild(index).privateKey === hex) return true;
  return false;
}
