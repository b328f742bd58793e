import { Interface } from "ethers";
import type { InterfaceAbi } from "ethers";
import type { AnchoredGrowth } from "../../../sdk/log/bundle/index.ts";
import { toHex } from "../../../sdk/hex.ts";
import { merkleRoot } from "../../../sdk/merkle.ts";
import { abis } from "../../../sdk/generated/abi/index.ts";
import type { RpcClient } from "../../../sdk/rpc.ts";
import { readLogs } from "../../../sdk/verify/read-logs.ts";

/** The anchors of one service that are still to be verified, and what stood before them. */
export type ServiceHistory = {
  readonly id: string;
  readonly name: string;
  readonly agency: number;
  readonly anchors: AnchoredGrowth[];
};

const contract = new Interface(abis.ActionLog as InterfaceAbi);
const topics = [["ServiceRegistered", "Anchored"].map((name) => contract.getEvent(name)!.topicHash)];

/** Registrations and anchors of all services, read from the chain's events as far as they were not read before. */
export class AnchorHistory {
  readonly #rpc: RpcClient;
  readonly #address: string;
  readonly services = new Map<string, ServiceHistory>();
  readonly #heads = new Map<string, { readonly to: number; readonly root: string }>();
  #next: number;

  /** @param fromBlock block of the contract's creation */
  constructor(rpc: RpcClient, address: string, fromBlock: number) {
    this.#rpc = rpc;
    this.#address = address;
    this.#next = fromBlock;
  }

  /** @throws RpcError */
  async read(signal?: AbortSignal): Promise<void> {
    const toBlock = Number(await this.#rpc.call<string>("eth_blockNumber", [], signal));
    const range = { address: this.#address, topics, fromBlock: this.#next, toBlock };
    for await (const { logs, toBlock: read } of readLogs(this.#rpc, range, { signal })) {
      for (const log of logs) {
        const parsed = contract.parseLog(log);
        if (parsed) this.#take(parsed.name, parsed.args.toObject() as Record<string, unknown>);
      }
      this.#next = read + 1;
    }
  }

  #take(event: string, args: Record<string, unknown>): void {
    const id = String(args["service"]);
    if (event === "ServiceRegistered") {
      const name = String(args["name"]);
      this.services.set(id, { id, name, agency: Number(args["agency"]), anchors: [] });
      return;
    }
    const { name, anchors } = this.services.get(id)!;
    const { to: from, root: fromRoot } = this.#heads.get(id) ?? { to: 0, root: toHex(merkleRoot([])) };
    const [to, root] = [Number(args["size"]), String(args["root"])];
    anchors.push({ service: name, from, fromRoot, to, root, bundle: String(args["bundle"]) });
    this.#heads.set(id, { to, root });
  }
}
