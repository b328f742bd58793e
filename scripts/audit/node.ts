import type { Interface } from "ethers";
import { firstDifference, plainValue } from "../../sdk/replay/index.ts";
import type { Plain } from "../../sdk/replay/index.ts";
import type { RpcClient } from "../../sdk/rpc.ts";
import { RpcError } from "../../sdk/rpc.ts";
import { quantity } from "../../sdk/verify/ask-block.ts";

/** A call of a getter. */
export interface Getter {
  readonly address: string;
  readonly abi: Interface;
  readonly method: string;
  readonly args: readonly Plain[];
}

/** A getter's answer: its return values in order, or why the contract gave none. */
export type Answer = { readonly values: readonly Plain[] } | { readonly refused: string };

const AT_A_TIME = 500;

/** The node that is asked, always about one block. */
export class AuditNode {
  readonly rpc: RpcClient;
  readonly block: number;

  constructor(rpc: RpcClient, block: number) {
    this.rpc = rpc;
    this.block = block;
  }

  /** The answer of one getter. @throws RpcError when the node cannot be asked */
  async read(getter: Getter, block = this.block): Promise<Answer> {
    const data = getter.abi.encodeFunctionData(getter.method, getter.args);
    try {
      const call = { to: getter.address, data };
      return decode(getter, await this.rpc.call<string>("eth_call", [call, quantity(block)]));
    } catch (error) {
      if (!(error instanceof RpcError && error.code === "RPC_REFUSED")) throw error;
      return { refused: error.message };
    }
  }

  /** The answers of many getters, in their order. */
  async *readAll<Item extends { readonly getter: Getter }>(
    items: Iterable<Item>,
  ): AsyncGenerator<{ readonly item: Item; readonly answer: Answer }> {
    for (const some of inGroups(items, AT_A_TIME)) {
      const calls = some.map(({ getter: { address, abi, method, args } }) => ({
        method: "eth_call",
        params: [{ to: address, data: abi.encodeFunctionData(method, args) }, quantity(this.block)],
      }));
      let answers: Answer[];
      try {
        const raw = await this.rpc.batch<string[]>(calls);
        answers = some.map(({ getter }, index) => decode(getter, raw[index]!));
      } catch (error) {
        if (!(error instanceof RpcError && error.code === "RPC_REFUSED")) throw error;
        // One of them was refused; asked one by one, each says so for itself.
        answers = [];
        for (const { getter } of some) answers.push(await this.read(getter));
      }
      for (const [index, item] of some.entries()) yield { item, answer: answers[index]! };
    }
  }
}

/** How an answer differs from what it should be, with the path inside; null when it does not. */
export function answerDiffers(answer: Answer, expected: readonly Plain[]) {
  if ("refused" in answer) return { path: "", expected: "an answer", found: answer.refused };
  const whole = expected.length === 1 && answer.values.length === 1;
  return whole
    ? firstDifference(expected[0], answer.values[0])
    : firstDifference([...expected], [...answer.values]);
}

function decode({ abi, method }: Getter, raw: string): Answer {
  const fragment = abi.getFunction(method)!;
  try {
    const result = abi.decodeFunctionResult(fragment, raw);
    return { values: fragment.outputs.map((type, index) => plainValue(type, result[index])) };
  } catch (error) {
    return { refused: `the answer cannot be read: ${(error as Error).message}` };
  }
}

function* inGroups<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let group: Item[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length === size) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}
