import { Interface } from "ethers";
import { numberTopic } from "../abi-event.ts";
import { abis } from "../generated/abi/index.ts";
import { serviceId } from "../log/service-id.ts";
import { readLogs } from "./read-logs.ts";
import type { RpcLog } from "./read-logs.ts";
import type { RpcClient } from "../rpc.ts";

const abi = new Interface(abis.ActionLog);

/** The register of logs as a node serves it, up to a block. */
export type LogOnNode = {
  readonly rpc: RpcClient;
  readonly chainId: number;
  /** address of the ActionLog, lower case */
  readonly contract: string;
  readonly block: number;
};

/** An event of the register of logs with its arguments by name. */
export type LogEvent = {
  readonly name: string;
  readonly args: Record<string, unknown>;
  readonly log: RpcLog;
};

type EventName =
  | "ActionTypeDefined"
  | "ActionTypeWithdrawn"
  | "Anchored"
  | "GatewayAdded"
  | "GatewayEnded"
  | "HeadCosigned"
  | "KeyAdded"
  | "KeyEnded"
  | "PromiseBroken"
  | "ServiceRegistered"
  | "ServiceRetitled";

/** Whose events are meant: a service's by its name, or every service's; of one agency where the event names one. */
export type EventsOf = string | null | { readonly service: string; readonly agency: number };

function topicsOf(names: readonly EventName[], of: EventsOf): (string | string[])[] {
  const first = names.map((name) => abi.getEvent(name)!.topicHash);
  if (of === null) return [first];
  if (typeof of === "string") return [first, serviceId(of)];
  return [first, serviceId(of.service), numberTopic(of.agency)];
}

/**
 * Events of these names in the blocks, in the order of the chain.
 *
 * @throws RpcError
 */
export async function serviceEvents(
  { rpc, contract }: LogOnNode,
  names: readonly EventName[],
  of: EventsOf,
  [fromBlock, toBlock]: readonly [from: number, to: number],
  signal?: AbortSignal,
): Promise<LogEvent[]> {
  const topics = topicsOf(names, of);
  const found: LogEvent[] = [];
  for await (const { logs } of readLogs(
    rpc,
    { address: contract, topics, fromBlock, toBlock },
    // Few events of few kinds: a node answers for many blocks at once.
    { blocks: 1_000_000, signal },
  )) {
    for (const log of logs) {
      const parsed = abi.parseLog({ topics: [...log.topics], data: log.data });
      if (parsed) found.push({ name: parsed.name, args: parsed.args.toObject(), log });
    }
  }
  return found;
}

/** Blocks that are asked for first when the newest events are looked for; each further step back is twice as long. */
const FIRST_STEP = 1_000;

/**
 * The newest events of a name, at least `wanted` of them where there are so many, in the order of the chain. A log that
 * grows every second has more than a reader's device could hold; its newest stand near the end.
 *
 * @throws RpcError
 */
export async function newestEvents(
  log: LogOnNode,
  name: EventName,
  of: EventsOf,
  wanted: number,
  signal?: AbortSignal,
): Promise<LogEvent[]> {
  const found: LogEvent[] = [];
  let to = log.block;
  for (let step = FIRST_STEP; to >= 0 && found.length < wanted; step *= 2) {
    const from = Math.max(0, to - step + 1);
    found.unshift(...(await serviceEvents(log, [name], of, [from, to], signal)));
    to = from - 1;
  }
  return found;
}
