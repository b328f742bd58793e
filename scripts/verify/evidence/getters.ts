import { Interface } from "ethers";
import type { InterfaceAbi } from "ethers";
import { abis } from "../../../sdk/generated/abi/index.ts";
import type { RpcClient } from "../../../sdk/rpc.ts";
import { quantity } from "../../../sdk/verify/ask-block.ts";

export interface Getter {
  readonly contract: string;
  readonly to: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Answers of getters as of a block, decoded by the ABIs of this program. @throws RpcError; errors of ethers */
export async function readGetters(
  rpc: RpcClient,
  getters: readonly Getter[],
  block: number,
): Promise<unknown[]> {
  const interfaces = getters.map(
    ({ contract }) => new Interface((abis as Record<string, unknown>)[contract] as InterfaceAbi),
  );
  const answers = await rpc.batch<string[]>(
    getters.map(({ to, method, args }, i) => ({
      method: "eth_call",
      params: [{ to, data: interfaces[i]!.encodeFunctionData(method, args) }, quantity(block)],
    })),
  );
  return getters.map(({ method }, i) => {
    const [value] = interfaces[i]!.decodeFunctionResult(method, answers[i]!) as unknown[];
    const { toObject } = (value ?? {}) as { toObject?: (deep: boolean) => unknown };
    return typeof toObject === "function" ? toObject.call(value, true) : value;
  });
}

/** What the Directory answers about a contract: one that it does not list may say anything. */
export async function listedRow(rpc: RpcClient, directory: string, address: string, block: number) {
  const isListed = { contract: "Directory", to: directory, method: "isListed", args: [address] };
  const [listed] = await readGetters(rpc, [isListed], block);
  return {
    item: `${address} is listed by the Directory ${directory}`,
    said: "true",
    noted: "true",
    ledger: String(listed),
  };
}
