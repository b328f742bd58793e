import { eventTopic, numberTopic } from "../abi-event.ts";
import { abis } from "../generated/abi/index.ts";
import type { AbiEvent } from "../journal.ts";
import type { RpcClient } from "../rpc.ts";
import { increaseBps } from "./increase.ts";
import { readLogs } from "./read-logs.ts";

type Asked = {
  readonly contract: string;
  readonly method: string;
  readonly args: readonly string[];
  /** address of the register */
  readonly to: string;
};

const amended = abis.IBudgetCommitments.find(
  (item) => item.type === "event" && item.name === "CommitmentAmended",
) as AbiEvent;

/**
 * The entry with what a page says of it and its getter does not answer: of a commitment, by how much it was increased and
 * how often it was amended, which only the register's events tell. Every other entry as it is.
 *
 * @param fields that the page shows; events are read only for those that need them
 * @throws RpcError
 */
export async function withAmendments(
  entry: unknown,
  { contract, method, args, to }: Asked,
  fields: readonly string[],
  { rpc, block }: { readonly rpc: RpcClient; readonly block: number },
  signal?: AbortSignal,
): Promise<unknown> {
  if (contract !== "BudgetCommitments" || method !== "commitment" || entry === null) return entry;
  const whole = { ...entry, increaseBps: increaseBps(entry as Parameters<typeof increaseBps>[0]) };
  if (!fields.includes("amendments")) return whole;
  const topics = [eventTopic(amended), numberTopic(args[0] ?? "")];
  let amendments = 0;
  for await (const { logs } of readLogs(
    rpc,
    { address: to, topics, fromBlock: 0, toBlock: block },
    { signal },
  ))
    amendments += logs.length;
  return { ...whole, amendments };
}
