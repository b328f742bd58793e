import { JsonRpcProvider, Wallet } from "ethers";
import { readAccountKey } from "../../../api/keys/account-key.ts";
import type { FoundBreach } from "../../../sdk/verify/promise/index.ts";
import { PlatformError } from "../../platform/errors.ts";

export interface Reporting {
  readonly rpc: string;
  readonly chainId: number;
  /** address of the ActionLog */
  readonly contract: string;
  readonly keyFile?: string;
}

/** A breach that is on record now, and the transaction that put it there. */
export type Reported = Pick<FoundBreach, "breach" | "index"> & { readonly txHash: string };

const cannot = (what: string, cause?: unknown) =>
  new PlatformError(
    "VERIFY_CANNOT",
    `the breach could not be put on record: ${what}`,
    "give --rpc a node that takes transactions and, where these cost something, --key-file an account that can pay",
    cause,
  );

/**
 * Puts breaches on record. Anybody may: the contract checks the promise itself, so it is told by an account that is made
 * for it unless one is given.
 *
 * @throws PlatformError VERIFY_CANNOT; ProngsaiError LOG_KEY_FILE, LOG_KEY_DEMONSTRATION
 */
export async function reportBreaches(
  { rpc, chainId, contract, keyFile }: Reporting,
  breaches: readonly FoundBreach[],
): Promise<Reported[]> {
  const wallet = keyFile ? readAccountKey("--key-file", keyFile, chainId) : Wallet.createRandom();
  const provider = new JsonRpcProvider(rpc, chainId, {
    staticNetwork: true,
    cacheTimeout: -1,
    pollingInterval: 200,
  });
  const sender = wallet.connect(provider);
  const reported: Reported[] = [];
  try {
    for (const { breach, index, data } of breaches.filter((one) => !one.reported)) {
      // A ledger of agencies asks no price; where one is asked, the account must have it.
      const { gasPrice } = await provider.getFeeData();
      const balance = await provider.getBalance(wallet.address);
      const free = balance === 0n ? { type: 0, gasPrice: 0n } : { gasPrice };
      const sent = await sender.sendTransaction({ to: contract, data, ...free });
      const receipt = await sent.wait();
      if (receipt?.status !== 1) throw cannot(`the contract refused ${sent.hash}`);
      reported.push({ breach, index, txHash: sent.hash });
    }
    return reported;
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw cannot(
      (error as Error & { shortMessage?: string }).shortMessage ?? (error as Error).message,
      error,
    );
  } finally {
    provider.destroy();
  }
}
