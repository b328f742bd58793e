import { Interface, Transaction } from "ethers";
import { setTimeout as sleep } from "node:timers/promises";
import { decodeBytes32Text } from "../../sdk/bytes32.ts";
import type { ContractName } from "../../sdk/contracts.ts";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { decodeContractError } from "../../sdk/error-catalogue.ts";
import { ProngsaiError } from "../../sdk/errors.ts";
import type { Details } from "../../sdk/errors.ts";
import { abis } from "../../sdk/generated/abi/index.ts";
import { shownRule, UNKNOWN_RULE } from "../../sdk/redflags/index.ts";
import { RpcClient, RpcError } from "../../sdk/rpc.ts";
import type { Gateway, Submission } from "./gateway.ts";
import { gatewayTexts } from "./texts.ts";

type Code = keyof typeof gatewayTexts;
type Receipt = { readonly blockNumber: string; readonly status: string } | null;

/** A receipt is asked for at once, then at growing distances (milliseconds). */
const FIRST_PAUSE = 10;
const LONGEST_PAUSE = 1_000;
/** How long inclusion is waited for when the caller sets no limit (milliseconds). */
const WAIT = 30_000;
/**
 * Legacy, EIP-2930 and EIP-1559: they do nothing but call. Type 3 carries blobs, and type 4 (EIP-7702) puts code on the
 * accounts that its list names, whatever the call does.
 */
const CALLING_TYPES: readonly (number | null)[] = [0, 1, 2];

export interface GatewayOptions {
  readonly rpcUrl: string;
  readonly deployment: DeploymentDescription;
}

function gatewayError(code: Code, details: Details = {}, cause?: unknown): ProngsaiError {
  return new ProngsaiError(code, gatewayTexts[code](details), details, cause);
}

/** Looks at a signed transaction, simulates it, and relays it only when the ledger would take it. */
export class LedgerGateway implements Gateway {
  readonly #rpc: RpcClient;
  readonly #chainId: bigint;
  /** Contracts of the ledger by address, each with the selectors of what only reads. */
  readonly #contracts: ReadonlyMap<string, ReadonlySet<string>>;

  constructor({ rpcUrl, deployment }: GatewayOptions) {
    this.#rpc = new RpcClient(rpcUrl);
    this.#chainId = BigInt(deployment.chainId);
    this.#contracts = new Map(
      Object.entries(deployment.contracts).map(([name, { address }]) => [
        address.toLowerCase(),
        readingSelectors(name as ContractName),
      ]),
    );
  }

  async submit(
    signed: string,
    { wait, signal }: { wait: boolean; signal: AbortSignal },
  ): Promise<Submission> {
    const transaction = this.#read(signed);
    const txHash = transaction.hash!;
    try {
      // Whoever sends twice gets the same answer twice.
      const known = await this.#receipt(txHash, signal);
      if (known) return submission(txHash, known);
      if (!(await this.#isWaiting(txHash, signal))) {
        await this.#simulate(transaction, signal);
        await this.#rpc.call("eth_sendRawTransaction", [signed], signal);
      }
      return submission(txHash, wait ? await this.#included(txHash, signal) : null);
    } catch (error) {
      throw await this.#explained(error, transaction, signal);
    }
  }

  #read(signed: string): Transaction {
    let transaction: Transaction;
    try {
      transaction = Transaction.from(signed);
    } catch (error) {
      throw gatewayError("GATEWAY_MALFORMED", {}, error);
    }
    const { from, to, chainId, value, type, data } = transaction;
    if (!from || !transaction.signature) throw gatewayError("GATEWAY_MALFORMED");
    if (chainId !== this.#chainId) {
      const found = chainId === 0n ? "–" : String(chainId);
      throw gatewayError("GATEWAY_OTHER_CHAIN", { expected: String(this.#chainId), found });
    }
    if (!CALLING_TYPES.includes(type)) throw gatewayError("GATEWAY_TYPE", { type: String(type) });
    const reading = to && this.#contracts.get(to.toLowerCase());
    if (!reading) throw gatewayError("GATEWAY_NOT_LEDGER", { to: to ?? "–" });
    if (value !== 0n) throw gatewayError("GATEWAY_CARRIES_VALUE");
    if (reading.has(data.slice(0, 10))) throw gatewayError("GATEWAY_ONLY_READS");
    if (namesNoRule(data)) throw gatewayError("GATEWAY_FLAG_RULE");
    return transaction;
  }

  /** @throws RpcError with the revert's data when a contract would refuse it; ProngsaiError GATEWAY_NONCE */
  async #simulate({ from, to, data, gasLimit, nonce }: Transaction, signal: AbortSignal): Promise<void> {
    const call = { from, to, data, gas: `0x${gasLimit.toString(16)}` };
    const simulated = this.#rpc.call("eth_call", [call, "pending"], signal);
    // A transaction out of order is told so first: what it would do in its turn nobody knows yet.
    simulated.catch(() => undefined);
    const next = Number(await this.#rpc.call<string>("eth_getTransactionCount", [from, "pending"], signal));
    if (next !== nonce) throw gatewayError("GATEWAY_NONCE", { expected: next, found: nonce });
    await simulated;
  }

  /** The contract's own error where there is one. */
  async #explained(error: unknown, { from, nonce }: Transaction, signal: AbortSignal): Promise<unknown> {
    if (!(error instanceof RpcError)) return error;
    if (error.code !== "RPC_REFUSED") return gatewayError("GATEWAY_UNAVAILABLE", {}, error);
    const data = error.revertData;
    if (data !== undefined) {
      const { code, th, en, args } = decodeContractError(data);
      const details = Object.fromEntries(
        Object.entries(args).map(([name, value]) => [
          name,
          typeof value === "bigint" ? String(value) : value,
        ]),
      );
      return new ProngsaiError(code, { th, en }, details, error);
    }
    const next = await this.#rpc
      .call<string>("eth_getTransactionCount", [from, "pending"], signal)
      .catch(() => undefined);
    if (next !== undefined && Number(next) !== nonce)
      return gatewayError("GATEWAY_NONCE", { expected: Number(next), found: nonce }, error);
    const reason = String((error.details as { rpcMessage?: string }).rpcMessage).slice(0, 200);
    return gatewayError("GATEWAY_REFUSED", { reason }, error);
  }

  #receipt(txHash: string, signal: AbortSignal): Promise<Receipt> {
    return this.#rpc.call<Receipt>("eth_getTransactionReceipt", [txHash], signal);
  }

  async #isWaiting(txHash: string, signal: AbortSignal): Promise<boolean> {
    return (await this.#rpc.call("eth_getTransactionByHash", [txHash], signal)) !== null;
  }

  async #included(txHash: string, signal: AbortSignal): Promise<Receipt> {
    const until = AbortSignal.any([signal, AbortSignal.timeout(WAIT)]);
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const receipt = await this.#receipt(txHash, signal);
      if (receipt || until.aborted) return receipt;
      await sleep(pause, undefined, { signal: until }).catch(() => undefined);
    }
  }
}

const flags = new Interface(abis.BudgetFlags);
const raiseFlag = flags.getFunction("raiseFlag")!;

/** Whether it raises a flag whose rule is none that is published. What cannot be decoded the contract refuses itself. */
function namesNoRule(data: string): boolean {
  if (data.slice(0, 10) !== raiseFlag.selector) return false;
  try {
    const [{ rule }] = flags.decodeFunctionData(raiseFlag, data) as unknown as [{ rule: string }];
    return shownRule(decodeBytes32Text(rule)) === UNKNOWN_RULE;
  } catch {
    return false;
  }
}

/** Selectors of functions that write nothing: as a transaction they would only fill blocks, free of charge. */
function readingSelectors(name: ContractName): ReadonlySet<string> {
  const selectors = new Set<string>();
  new Interface(abis[name]).forEachFunction((fragment) => {
    if (fragment.constant) selectors.add(fragment.selector);
  });
  return selectors;
}

function submission(txHash: string, receipt: Receipt): Submission {
  return {
    txHash,
    block: receipt && Number(receipt.blockNumber),
    succeeded: receipt && receipt.status === "0x1",
  };
}
