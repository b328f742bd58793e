/**
 * Signs and submits the demonstration's transactions. Signing is deterministic, so a run that was interrupted is
 * resumed by rebuilding the same transactions: those whose receipts exist are read instead of sent.
 */
import { setTimeout } from "node:timers/promises";
import {
  Contract,
  type HDNodeWallet,
  type Interface,
  type JsonRpcProvider,
  type Result,
  Transaction,
  type TransactionReceipt,
} from "ethers";
import type { DemoOfficer } from "./cast.ts";

const GAS_LIMIT = 10_000_000n;

export interface StageOptions {
  provider: JsonRpcProvider;
  chainId: bigint;
  /** contract name → address and ABI */
  contracts: Record<string, { address: string; interface: Interface }>;
  /** relays a signed transaction and resolves to its hash; the gateway in a running deployment */
  submit: (signed: string) => Promise<string>;
  /** gives the next block this time (Unix seconds), each later one a second more */
  setTime: (seconds: number) => Promise<void>;
}

/** What a call emitted: event name → arguments of each, in order. */
export type Emitted = Record<string, Result[]>;

export class Stage {
  #nonces = new Map<string, number>();
  #clock = 0;
  #options: StageOptions;
  sent = 0;
  resumed = 0;

  constructor(options: StageOptions) {
    this.#options = options;
  }

  /** Goes on from an account that has acted before this stage: the nonce of its next transaction. */
  startAt(account: string, nonce: number): void {
    this.#nonces.set(account, nonce);
  }

  get chainId(): bigint {
    return this.#options.chainId;
  }

  /** The contract for reading. */
  read(name: string): Contract {
    const { address, interface: abi } = this.#contract(name);
    return new Contract(address, abi, this.#options.provider);
  }

  /** Calls as `actor` at `time` (Unix seconds) and resolves to the events; throws when the ledger refuses. */
  async call(
    actor: DemoOfficer | HDNodeWallet,
    time: number,
    contract: string,
    method: string,
    args: unknown[],
  ): Promise<Emitted> {
    const receipt = await this.#deliver(actor, time, contract, method, args, this.#options.submit);
    if (receipt.status !== 1)
      throw new Error(`demonstration: ${contract}.${method} was refused (${receipt.hash})`);
    const emitted: Emitted = {};
    const byAddress = new Map(
      Object.values(this.#options.contracts).map((entry) => [entry.address.toLowerCase(), entry.interface]),
    );
    for (const log of receipt.logs) {
      const event = byAddress.get(log.address.toLowerCase())?.parseLog(log);
      if (event) (emitted[event.name] ??= []).push(event.args);
    }
    return emitted;
  }

  /**
   * Sends what the ledger must refuse, past the gateway (which would not relay it), so that the refusal stands on
   * the chain for everybody to see.
   */
  async refused(
    actor: DemoOfficer | HDNodeWallet,
    time: number,
    contract: string,
    method: string,
    args: unknown[],
  ): Promise<void> {
    const direct = (signed: string) =>
      this.#options.provider.send("eth_sendRawTransaction", [signed]) as Promise<string>;
    const receipt = await this.#deliver(actor, time, contract, method, args, direct);
    if (receipt.status === 1)
      throw new Error(`demonstration: ${contract}.${method} should have been refused`);
  }

  async #deliver(
    actor: DemoOfficer | HDNodeWallet,
    time: number,
    contract: string,
    method: string,
    args: unknown[],
    submit: (signed: string) => Promise<string>,
  ) {
    const wallet = "wallet" in actor ? actor.wallet : actor;
    const { address, interface: abi } = this.#contract(contract);
    const nonce = this.#nonces.get(wallet.address) ?? 0;
    this.#nonces.set(wallet.address, nonce + 1);
    const transaction = Transaction.from({
      type: 0,
      chainId: this.#options.chainId,
      to: address,
      nonce,
      gasLimit: GAS_LIMIT,
      gasPrice: 0,
      data: abi.encodeFunctionData(method, args),
    });
    transaction.signature = wallet.signingKey.sign(transaction.unsignedHash);
    const hash = transaction.hash as string;
    const known = await this.#options.provider.getTransactionReceipt(hash);
    if (known) {
      this.resumed++;
      return known;
    }
    await this.#moveClock(time);
    await submit(transaction.serialized);
    const receipt = await this.#included(hash);
    if (!receipt) throw new Error(`demonstration: ${contract}.${method} was not included (${hash})`);
    this.sent++;
    return receipt;
  }

  /** The chain includes at once; asking again beats waiting for a block that nobody else will make. */
  async #included(hash: string): Promise<TransactionReceipt | null> {
    for (let pause = 0; pause < 1_000; pause = pause * 2 + 5) {
      await setTimeout(pause);
      const receipt = await this.#options.provider.getTransactionReceipt(hash);
      if (receipt) return receipt;
    }
    return null;
  }

  /** Scenes of one moment follow each other by the second; the clock never goes back. */
  async #moveClock(time: number): Promise<void> {
    if (this.#clock === 0) this.#clock = (await this.#options.provider.getBlock("latest"))?.timestamp ?? 0;
    if (time > this.#clock) {
      await this.#options.setTime(time);
      this.#clock = time;
    } else {
      this.#clock++;
    }
  }

  #contract(name: string) {
    const found = this.#options.contracts[name];
    if (!found) throw new Error(`demonstration: no contract ${name} in the deployment`);
    return found;
  }
}
