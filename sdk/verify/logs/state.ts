import { Interface } from "ethers";
import { abis } from "../../generated/abi/index.ts";
import { quantity } from "../ask-block.ts";
import { serviceId } from "../../log/service-id.ts";
import type { LogOnNode } from "../log-events.ts";
import type { Figure } from "./figures.ts";

const abi = new Interface(abis.ActionLog);

type Getter = readonly [method: string, ...args: unknown[]];

/** Answers of the contract's getters as of the block, each as the list of its return values. @throws RpcError */
export async function askContract(
  { rpc, contract, block }: LogOnNode,
  getters: readonly Getter[],
  signal?: AbortSignal,
): Promise<unknown[][]> {
  const calls = getters.map(([method, ...args]) => ({
    method: "eth_call",
    params: [{ to: contract, data: abi.encodeFunctionData(method, args) }, quantity(block)],
  }));
  const answers = await rpc.batch<string[]>(calls, signal);
  return getters.map(([method], i) => abi.decodeFunctionResult(method, answers[i]!).toArray());
}

type Service = {
  readonly agency: bigint;
  readonly heartbeatInterval: bigint;
  readonly maxMergeDelay: bigint;
  readonly registeredAt: bigint;
  readonly closedAt: bigint;
  readonly retired: boolean;
};

type Head = {
  readonly root: string;
  readonly size: bigint;
  readonly anchoredAt: bigint;
  readonly seenAt: bigint;
  readonly anchors: bigint;
};

/** How many entries of the service's log are anchored as of the block; 0 of a service that is not registered. @throws RpcError */
export async function readSize(log: LogOnNode, service: string, signal?: AbortSignal): Promise<number> {
  const [[head]] = (await askContract(log, [["head", serviceId(service)]], signal)) as [[Head]];
  return Number(head.size);
}

/** Ids of every service, in the order of registration. @throws RpcError */
export async function serviceIds(log: LogOnNode, signal?: AbortSignal): Promise<readonly string[]> {
  const [[ids]] = (await askContract(log, [["services"]], signal)) as [[string[]]];
  return [...ids].map((id) => id.toLowerCase());
}

/**
 * How services and their logs stand as of the block, by their names and from the contract's own storage; nothing of those
 * that are not registered.
 *
 * @param blockTime Unix seconds of the block: who is silent is so by then
 * @throws RpcError
 */
export async function readStates(
  log: LogOnNode,
  names: readonly string[],
  blockTime: number,
  signal?: AbortSignal,
): Promise<Map<string, Figure[]>> {
  const registered = new Set(await serviceIds(log, signal));
  const known = names.filter((name) => registered.has(serviceId(name)));
  const getters = known.flatMap((name): Getter[] => {
    const id = serviceId(name);
    return [
      ["service", id],
      ["head", id],
      ["brokenPromises", id],
      ["heartbeatOverdue", id],
    ];
  });
  const answers = await askContract(log, getters, signal);
  return new Map(
    known.map((name, i) => {
      const [[service], [head], [broken], [, due]] = answers.slice(i * 4) as [
        [Service],
        [Head],
        [bigint],
        [boolean, bigint],
      ];
      const values: Partial<Record<Figure["name"], unknown>> = {
        agency: service.agency,
        registeredAt: service.registeredAt,
        closedAt: service.closedAt,
        retired: service.retired,
        heartbeatInterval: service.heartbeatInterval,
        heartbeatDueAt: due,
        silent: due !== 0n && blockTime > Number(due),
        maxMergeDelay: service.maxMergeDelay,
        size: head.size,
        root: head.root.toLowerCase(),
        anchors: head.anchors,
        anchoredAt: head.anchoredAt,
        seenAt: head.seenAt,
        brokenPromises: broken,
      };
      const figures = Object.entries(values).map(([figure, value]) => ({
        name: figure as Figure["name"],
        value: String(value),
      }));
      return [name, figures];
    }),
  );
}
