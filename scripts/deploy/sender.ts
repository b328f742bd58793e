/** Sends a series of transactions from one fresh account without waiting for each block. */
import { getCreateAddress, type Signer, type TransactionReceipt, type TransactionRequest } from "ethers";
import { platformError } from "../platform/errors.ts";

const stepFailed = (what: string, cause: unknown) =>
  platformError(
    "DEPLOYMENT_STEP_FAILED",
    { what, reason: cause instanceof Error ? cause.message : String(cause) },
    cause,
  );

export class Sender {
  #signer: Signer;
  #from: string;
  #nonce: number;
  #pending: { what: string; receipt: Promise<TransactionReceipt | null> }[] = [];

  private constructor(signer: Signer, from: string, nonce: number) {
    this.#signer = signer;
    this.#from = from;
    this.#nonce = nonce;
  }

  static async of(signer: Signer): Promise<Sender> {
    return new Sender(signer, await signer.getAddress(), await signer.getNonce());
  }

  get address(): string {
    return this.#from;
  }

  /** Address of the contract that the `ahead`-th next transaction would create. */
  nextAddress(ahead = 0): string {
    return getCreateAddress({ from: this.#from, nonce: this.#nonce + ahead });
  }

  async send(what: string, transaction: TransactionRequest): Promise<void> {
    const sent = await this.#signer
      .sendTransaction({ ...transaction, nonce: this.#nonce++ })
      .catch((cause: unknown) => {
        throw stepFailed(what, cause);
      });
    const receipt = sent.wait();
    // Awaited in `settle`; a failure before that must not count as unhandled.
    receipt.catch(() => undefined);
    this.#pending.push({ what, receipt });
  }

  /** Waits until everything sent is in a block; throws on the first that failed, naming it. */
  async settle(): Promise<TransactionReceipt[]> {
    const receipts: TransactionReceipt[] = [];
    for (const { what, receipt } of this.#pending.splice(0)) {
      const mined = await receipt.catch((cause: unknown) => {
        throw stepFailed(what, cause);
      });
      if (!mined) throw stepFailed(what, "its receipt is missing");
      receipts.push(mined);
    }
    return receipts;
  }
}
