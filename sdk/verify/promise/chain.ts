import { Interface } from "ethers";
import { abis } from "../../generated/abi/index.ts";
import { toHex } from "../../hex.ts";
import { signerOf } from "../../log/promise/signer.ts";
import type { SignedPromise } from "../../log/promise/signed.ts";
import { statementHash } from "../../log/promise/statement.ts";
import { quantity } from "../ask-block.ts";
import type { LogOnNode } from "../log-events.ts";
import { timeOf } from "./anchored.ts";

const abi = new Interface(abis.ActionLog);

/** In which way a promise can be broken, as the contract numbers it. */
export const breaches = ["DeadlineMissed", "WrongLeaf"] as const;
export type Breach = (typeof breaches)[number];

/** What the chain says that bears on a promise, as of the block that is asked about. */
export interface PromiseOnChain {
  /** who signed it, `0x…`; undefined when the signature fits nothing */
  readonly signer: string | undefined;
  /** whether that account could promise for the service when it did */
  readonly isGateway: boolean;
  /** anchored size and root of the service's log */
  readonly size: number;
  readonly root: string;
  /** Unix seconds of the block */
  readonly now: number;
  /** what is on record already */
  readonly reported: readonly Breach[];
}

/** @throws RpcError */
export async function promiseOnChain(log: LogOnNode, promise: SignedPromise): Promise<PromiseOnChain> {
  const { rpc, chainId, contract, block } = log;
  const { service, issuedAt } = promise.statement;
  const signer = signerOf(promise, { chainId, verifyingContract: contract });
  const hash = toHex(statementHash(promise.statement));
  const call = (method: string, args: readonly unknown[]) => ({
    method: "eth_call",
    params: [{ to: contract, data: abi.encodeFunctionData(method, args) }, quantity(block)],
  });
  const [head, isGateway, ...more] = await rpc.batch<string[]>([
    call("head", [service]),
    call("isGatewayAt", [service, signer ?? `0x${"00".repeat(20)}`, issuedAt]),
    ...breaches.map((_, at) => call("isReported", [hash, at])),
  ]);
  const decoded = (method: string, data: string | undefined): unknown =>
    abi.decodeFunctionResult(method, data!)[0];
  const { size, root } = decoded("head", head) as { size: bigint; root: string };
  return {
    signer,
    isGateway: signer !== undefined && decoded("isGatewayAt", isGateway) === true,
    size: Number(size),
    root,
    now: await timeOf(log, block),
    reported: breaches.filter((_, at) => decoded("isReported", more[at]) === true),
  };
}
