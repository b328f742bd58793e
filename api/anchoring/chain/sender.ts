import type { Wallet } from "ethers";
import { setTimeout as sleep } from "node:timers/promises";
import { decodeContractError } from "../../../sdk/error-catalogue.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { RpcError } from "../../../sdk/rpc.ts";
import { anchoringError } from "../errors/anchoring-error.ts";
import type { ActionLogChain } from "./action-log.ts";

/** A transaction's receipt is asked for at once, then at growing distances (milliseconds). */
const FIRST_PAUSE = 10;
const LONGEST_PAUSE = 250;
/** Longest wait for a block (milliseconds); afterwards the state is read anew. */
const PATIENCE = 20_000;

type Receipt = { readonly blockNumber: string; readonly status: string } | null;

export type Included = { readonly txHash: string; readonly block: number };

/** Writes to the action log as one account, one transaction after another, at gas price zero. */
export class Sender {
  readonly #chain: ActionLogChain;
  readonly #wallet: Wallet;
  readonly #chainId: number;

  constructor(chain: ActionLogChain, wallet: Wallet, chainId: number) {
    this.#chain = chain;
    this.#wallet = wallet;
    this.#chainId = chainId;
  }

  get account(): string {
    return this.#wallet.address;
  }

  /**
   * Why the contract would refuse the call now; undefined when it would take it.
   *
   * @throws RpcError when it cannot be asked
   */
  async refusal(data: string, signal?: AbortSignal): Promise<ProngsaiError | undefined> {
    const call = { from: this.account, to: this.#chain.address, data };
    try {
      await this.#chain.rpc.call("eth_call", [call, "latest"], signal);
    } catch (error) {
      if (!(error instanceof RpcError) || error.revertData === undefined) throw error;
      const { code, th, en } = decodeContractError(error.revertData);
      return new ProngsaiError(code, { th, en }, {}, error);
    }
  }

  /**
   * Sends and waits for the block. Every error leaves the state to be read anew: the transaction may be in a block now or
   * later, and sending again harms nothing, since the contract takes no anchor twice.
   *
   * @param gas limit
   * @throws ProngsaiError LOG_ANCHOR_NOT_SENT, LOG_ANCHOR_REPLACED, LOG_ANCHOR_REVERTED, LOG_ANCHOR_PENDING; RpcError
   */
  async send(data: string, gas: number, signal?: AbortSignal): Promise<Included> {
    const nonce = await this.#nonce(signal);
    const signed = await this.#wallet.signTransaction({
      ...{ type: 0, to: this.#chain.address, data, nonce, chainId: this.#chainId },
      ...{ gasPrice: 0n, gasLimit: BigInt(gas) },
    });
    let txHash: string;
    try {
      txHash = await this.#chain.rpc.call<string>("eth_sendRawTransaction", [signed], signal);
    } catch (error) {
      if (!(error instanceof RpcError) || error.code !== "RPC_REFUSED") throw error;
      const reason = String((error.details as { rpcMessage?: string }).rpcMessage).slice(0, 200);
      throw anchoringError("LOG_ANCHOR_NOT_SENT", { reason }, error);
    }
    return await this.#included(txHash, nonce, signal);
  }

  async #nonce(signal?: AbortSignal): Promise<number> {
    return Number(
      await this.#chain.rpc.call<string>("eth_getTransactionCount", [this.account, "latest"], signal),
    );
  }

  async #included(txHash: string, nonce: number, signal?: AbortSignal): Promise<Included> {
    const until = performance.now() + PATIENCE;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      // Before the receipt: a number used by then and no receipt afterwards means that another transaction used it.
      const used = (await this.#nonce(signal)) > nonce;
      const receipt = await this.#chain.rpc.call<Receipt>("eth_getTransactionReceipt", [txHash], signal);
      if (receipt?.status === "0x1") return { txHash, block: Number(receipt.blockNumber) };
      if (receipt) throw anchoringError("LOG_ANCHOR_REVERTED", { txHash });
      if (used) throw anchoringError("LOG_ANCHOR_REPLACED", { txHash, nonce });
      if (performance.now() > until)
        throw anchoringError("LOG_ANCHOR_PENDING", { txHash, seconds: PATIENCE / 1_000 });
      await sleep(pause, undefined, signal && { signal });
    }
  }
}
