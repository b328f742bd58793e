import { RpcError } from "../../../sdk/rpc.ts";
import type { RpcClient } from "../../../sdk/rpc.ts";
import { quantity } from "../../../sdk/verify/ask-block.ts";
import { saysNoEntry } from "../../../sdk/verify/no-entry.ts";

/** More entries of a register than this are not read one by one in a page: on a phone it would take minutes. */
export const MOST_ENTRIES = 3_000;

/** A call of a register's getter. */
export type Call = {
  readonly contract: string;
  readonly to: string;
  readonly method: string;
  readonly args: readonly unknown[];
};

/**
 * Answers of many getters as of one block, several values of one as an object, decoded by the ABIs that this program was built with (not by anything that
 * the website says). Where a register has no such entry, its refusal stands in the place of the answer.
 *
 * @throws RpcError for every other refusal
 */
export async function callEntries(
  rpc: RpcClient,
  calls: readonly Call[],
  block: number,
  signal: AbortSignal,
): Promise<unknown[]> {
  const [{ Interface, Result }, { abis }] = await Promise.all([
    import("ethers"),
    import("../../../sdk/generated/abi/index.ts"),
  ]);
  const interfaces = new Map<string, InstanceType<typeof Interface>>();
  const abiOf = (name: string) => {
    const known = interfaces.get(name) ?? new Interface(abis[name as keyof typeof abis]);
    interfaces.set(name, known);
    return known;
  };
  const answers = await rpc.batchSettled(
    calls.map(({ contract, to, method, args }) => ({
      method: "eth_call",
      params: [{ to, data: abiOf(contract).encodeFunctionData(method, [...args]) }, quantity(block)],
    })),
    signal,
  );
  return calls.map(({ contract, method }, index) => {
    const answer = answers[index];
    if (answer instanceof RpcError) {
      if (saysNoEntry(abiOf(contract), answer)) return answer;
      throw answer;
    }
    const result = abiOf(contract).decodeFunctionResult(method, (answer as string | undefined) ?? "0x");
    const value: unknown = result.length === 1 ? result[0] : result;
    return value instanceof Result ? value.toObject(true) : value;
  });
}

/**
 * The same for getters that answer always, or for entries that must be there.
 *
 * @throws RpcError
 */
export async function callAll(...args: Parameters<typeof callEntries>): Promise<unknown[]> {
  const answers = await callEntries(...args);
  for (const answer of answers) if (answer instanceof RpcError) throw answer;
  return answers;
}
