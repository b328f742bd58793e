import type { HDNodeWallet, Wallet } from "ethers";

/** Who puts breaches on record, and where. */
export interface Signing {
  readonly wallet: Wallet | HDNodeWallet;
  readonly chainId: number;
  /** address of the ActionLog */
  readonly contract: string;
}

/** A call of the contract, signed. @param data of the call */
export function signCall(
  { wallet, chainId, contract }: Signing,
  data: string,
  { nonce, gasLimit, gasPrice }: { nonce: number; gasLimit: bigint; gasPrice: bigint },
): Promise<string> {
  return wallet.signTransaction({ type: 0, to: contract, data, chainId, nonce, gasLimit, gasPrice });
}
