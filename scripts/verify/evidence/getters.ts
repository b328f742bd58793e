import { Interface } from "ethers";
import type { InterfaceAbi } from "ethers";
import { abis } from "../../../sdk/generated/abi/index.ts";
import { RpcError } from "../../../sdk/rpc.ts";
import type { RpcClient } from "../../../sdk/rpc.ts";
import { quantity } from "../../../sdk/verify/ask-block.ts";
import { saysNoEntry } from "../../../sdk/verify/no-entry.ts";
import { strangeContract } from "../../../sdk/verify/strange-contract.ts";
import type { NamedContract } from "../../../sdk/verify/strange-contract.ts";

export interface Getter {
  readonly contract: string;
  readonly to: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

/**
 * Answers of getters as of a block, decoded by the ABIs of this program. Where a register has no such entry, its refusal
 * stands in the place of the answer.
 *
 * @throws RpcError for every other refusal; errors of ethers
 */
export async function readEntries(
  rpc: RpcClient,
  getters: readonly Getter[],
  block: number,
): Promise<unknown[]> {
  const interfaces = getters.map(
    ({ contract }) => new Interface((abis as Record<string, unknown>)[contract] as InterfaceAbi),
  );
  const answers = await rpc.batchSettled(
    getters.map(({ to, method, args }, i) => ({
      method: "eth_call",
      params: [{ to, data: interfaces[i]!.encodeFunctionData(method, args) }, quantity(block)],
    })),
  );
  return getters.map(({ method }, i) => {
    const answer = answers[i];
    if (answer instanceof RpcError) {
      if (saysNoEntry(interfaces[i]!, answer)) return answer;
      throw answer;
    }
    const [value] = interfaces[i]!.decodeFunctionResult(method, answer as string) as unknown[];
    const { toObject } = (value ?? {}) as { toObject?: (deep: boolean) => unknown };
    return typeof toObject === "function" ? toObject.call(value, true) : value;
  });
}

/** The same for getters that answer always, or for entries that must be there. @throws RpcError; errors of ethers */
export async function readGetters(...args: Parameters<typeof readEntries>): Promise<unknown[]> {
  const answers = await readEntries(...args);
  for (const answer of answers) if (answer instanceof RpcError) throw answer;
  return answers;
}

/** The first contract that the Directory does not list by its name, see `strangeContract`. */
export const strangeTo = (
  rpc: RpcClient,
  directory: string,
  contracts: readonly NamedContract[],
  block: number,
) =>
  strangeContract(contracts, async (getters) => {
    const calls = getters.map((getter) => ({ ...getter, contract: "Directory", to: directory }));
    const answers = await readEntries(rpc, calls, block);
    return answers.map((answer) => (answer instanceof RpcError ? null : answer));
  });

/** What the Directory answers about a contract: one that it does not list by this name may say anything. */
export async function listedRow(rpc: RpcClient, directory: string, contract: NamedContract, block: number) {
  const strange = await strangeTo(rpc, directory, [contract], block);
  return {
    item: `${contract.address} is the ${contract.name} of the Directory ${directory}`,
    said: "true",
    noted: "true",
    ledger: String(!strange),
  };
}
