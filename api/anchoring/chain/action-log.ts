import { Interface } from "ethers";
import type { InterfaceAbi } from "ethers";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { sdkError } from "../../../sdk/errors/sdk.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { RpcClient } from "../../../sdk/rpc.ts";
import { anchoringError } from "../errors/anchoring-error.ts";

/** The anchored log of a service. */
export type ChainHead = {
  readonly size: number;
  /** `0x…`; of the empty tree when nothing is anchored */
  readonly root: string;
  /** Unix seconds, 0 before the first sign of life */
  readonly seenAt: number;
};

/** A service as far as anchoring is concerned. */
export type ChainService = {
  readonly id: string;
  /** seconds, 0 when it promises none */
  readonly heartbeatInterval: number;
  readonly registeredAt: number;
  /** Unix seconds, 0 while it is open */
  readonly closedAt: number;
  readonly agency: number;
};

/** A new root as `anchor` takes it. */
export type AnchorCall = {
  readonly service: string;
  readonly newSize: number;
  readonly newRoot: string;
  readonly bundle: string;
  readonly consistencyProof: readonly string[];
};

const contract = new Interface(abis.ActionLog as InterfaceAbi);

/** Bytes of the call that anchors; several services go into one transaction, all or none. */
export function anchorData(anchors: readonly AnchorCall[]): string {
  const [only] = anchors;
  if (anchors.length === 1 && only)
    return contract.encodeFunctionData("anchor", [
      ...[only.service, only.newSize, only.newRoot, only.bundle, only.consistencyProof],
    ]);
  return contract.encodeFunctionData("anchorMany", [anchors]);
}

export const heartbeatData = (services: readonly string[]): string =>
  contract.encodeFunctionData("heartbeat", [services]);

export const cosignData = (service: string, size: number, root: string, proof: readonly string[]): string =>
  contract.encodeFunctionData("cosign", [service, size, root, proof]);

/** The ActionLog contract, asked over JSON-RPC at the newest block. */
export class ActionLogChain {
  readonly rpc: RpcClient;
  readonly address: string;
  readonly #chainId: number;

  /** @throws ProngsaiError DEPLOYMENT_CONTRACT_UNKNOWN */
  constructor(rpcUrl: string, { chainId, contracts }: DeploymentDescription) {
    const address = contracts["ActionLog"]?.address;
    if (!address) throw sdkError("DEPLOYMENT_CONTRACT_UNKNOWN", { name: "ActionLog" });
    this.rpc = new RpcClient(rpcUrl);
    this.address = address;
    this.#chainId = chainId;
  }

  /** @throws ProngsaiError LOG_ANCHOR_OTHER_CHAIN; RpcError */
  async requireOwnChain(signal?: AbortSignal): Promise<void> {
    const found = Number(await this.rpc.call<string>("eth_chainId", [], signal));
    if (found !== this.#chainId)
      throw anchoringError("LOG_ANCHOR_OTHER_CHAIN", { expected: this.#chainId, found });
  }

  /** Unix seconds that the next block will have at the least: of this clock, or the newest block's where that is ahead. */
  async time(signal?: AbortSignal): Promise<number> {
    const block = await this.rpc.call<{ timestamp: string }>(
      "eth_getBlockByNumber",
      ["latest", false],
      signal,
    );
    return Math.max(Number(block.timestamp), Math.floor(Date.now() / 1_000));
  }

  /** Heads of services, in their order. @throws RpcError */
  async heads(services: readonly string[], signal?: AbortSignal): Promise<ChainHead[]> {
    const results = await this.#read(
      "head",
      services.map((id) => [id]),
      signal,
    );
    return results.map(([head]) => {
      const { size, root, seenAt } = head as { size: bigint; root: string; seenAt: bigint };
      return { size: Number(size), root, seenAt: Number(seenAt) };
    });
  }

  /** Every service that was ever registered. @throws RpcError */
  async services(signal?: AbortSignal): Promise<ChainService[]> {
    const [listed] = await this.#read("services", [[]], signal);
    const ids = [...(listed![0] as string[])];
    const results = await this.#read(
      "service",
      ids.map((id) => [id]),
      signal,
    );
    return results.map(([entry], at) => {
      const one = entry as Record<Exclude<keyof ChainService, "id">, bigint>;
      const number = (name: keyof typeof one) => Number(one[name]);
      return {
        id: ids[at]!,
        heartbeatInterval: number("heartbeatInterval"),
        registeredAt: number("registeredAt"),
        closedAt: number("closedAt"),
        agency: number("agency"),
      };
    });
  }

  /** Which of the services the account may anchor for at `time` (Unix seconds). @throws RpcError */
  async servedBy(
    account: string,
    services: readonly string[],
    time: number,
    signal?: AbortSignal,
  ): Promise<boolean[]> {
    const calls = services.map((id) => [id, account, time]);
    return (await this.#read("isGatewayAt", calls, signal)).map(([served]) => served as boolean);
  }

  /** Whether the key signs the service's checkpoints at `time` (Unix seconds). @throws RpcError */
  async isCheckpointKey(
    service: string,
    keyId: string,
    time: number,
    signal?: AbortSignal,
  ): Promise<boolean> {
    try {
      const [result] = await this.#read("key", [[service, keyId]], signal);
      const [use, , window] = result as [
        bigint,
        string,
        Record<"validFrom" | "validUntil" | "endedAt", bigint>,
      ];
      const at = BigInt(time);
      const begun = at >= window.validFrom && at <= window.validUntil;
      return use === 1n && begun && (window.endedAt === 0n || at < window.endedAt);
    } catch (error) {
      if ((error as { revertData?: string }).revertData !== undefined) return false;
      throw error;
    }
  }

  /** Largest size that the agency has cosigned. @throws RpcError */
  async cosignedSizes(agency: number, services: readonly string[], signal?: AbortSignal): Promise<number[]> {
    const results = await this.#read(
      "cosignedSize",
      services.map((id) => [id, agency]),
      signal,
    );
    return results.map(([size]) => Number(size));
  }

  async #read(name: string, calls: readonly unknown[][], signal?: AbortSignal): Promise<unknown[][]> {
    const requests = calls.map((args) => ({
      method: "eth_call",
      params: [{ to: this.address, data: contract.encodeFunctionData(name, args) }, "latest"],
    }));
    const results = await this.rpc.batch<string[]>(requests, signal);
    return results.map((data) => contract.decodeFunctionResult(name, data).toArray());
  }
}
