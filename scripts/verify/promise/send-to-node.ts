import { setTimeout as sleep } from "node:timers/promises";
import { decodeContractError } from "../../../sdk/error-catalogue.ts";
import type { RpcClient, RpcError } from "../../../sdk/rpc.ts";
import { signCall } from "./signing.ts";
import type { Signing } from "./signing.ts";

/** Milliseconds from one look for the block to the next, and how long it is waited for. */
const PAUSE = 200;
const PATIENCE = 60_000;

type Receipt = { readonly status: string } | null;

/** What a node said, in words; what a contract said where it was one. */
export function nodeSaid(error: RpcError): string {
  if (error.revertData === undefined) return error.message;
  const { code, en } = decodeContractError(error.revertData);
  return `the contract refuses it: ${code}: ${en.what} ${en.why}`;
}

/**
 * Has a node put a call into a block. A ledger of agencies asks no price; where one is asked, the account must have it.
 *
 * @returns the transaction's hash
 * @throws RpcError; Error when the contract refused it or no block came
 */
export async function sendToNode(rpc: RpcClient, signing: Signing, data: string): Promise<string> {
  const from = signing.wallet.address;
  const [price, balance, nonce] = (
    await rpc.batch<string[]>([
      { method: "eth_gasPrice", params: [] },
      { method: "eth_getBalance", params: [from, "latest"] },
      { method: "eth_getTransactionCount", params: [from, "pending"] },
    ])
  ).map(BigInt) as [bigint, bigint, bigint];
  const estimated = BigInt(await rpc.call<string>("eth_estimateGas", [{ from, to: signing.contract, data }]));
  const signed = await signCall(signing, data, {
    nonce: Number(nonce),
    // What it takes may grow until the block comes.
    gasLimit: estimated + estimated / 4n,
    gasPrice: balance === 0n ? 0n : price,
  });
  const txHash = await rpc.call<string>("eth_sendRawTransaction", [signed]);
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(PAUSE)) {
    const receipt = await rpc.call<Receipt>("eth_getTransactionReceipt", [txHash]);
    if (receipt?.status === "0x1") return txHash;
    if (receipt) throw new Error(`the contract refused ${txHash}`);
  }
  throw new Error(`${txHash} is in no block yet; look for it later`);
}
