import { abis } from "../../generated/abi/index.ts";
import { eventTopic } from "../../abi-event.ts";
import type { AbiEvent } from "../../journal.ts";
import { serviceId } from "../../log/service-id.ts";
import { newestEvents } from "../log-events.ts";
import type { LogOnNode } from "../log-events.ts";
import { readLogs } from "../read-logs.ts";
import { blockOf, blockTimes } from "./block-times.ts";
import { askContract } from "./state.ts";
import type { Figure } from "./figures.ts";

/** More pairs of service and agency than this are not asked for one by one. */
export const MOST_PAIRS = 3_000;

const enrolled = abis.IAgencyRegistry.find(
  (item) => item.type === "event" && item.name === "AgencyEnrolled",
) as AbiEvent;

/** Codes of all agencies that were ever enrolled: any of them may have been a witness. @throws RpcError */
export async function agencyCodes(
  { rpc, block }: LogOnNode,
  registry: string,
  signal?: AbortSignal,
): Promise<number[]> {
  const codes: number[] = [];
  const range = { address: registry, topics: [eventTopic(enrolled)], fromBlock: 0, toBlock: block };
  for await (const { logs } of readLogs(rpc, range, { blocks: 1_000_000, signal })) {
    for (const { topics } of logs) codes.push(Number(topics[1]));
  }
  return codes;
}

export type Pair = { readonly service: string; readonly agency: number };

/**
 * How far each agency has confirmed each service's log, by the contract's storage, so that no witness can be left out;
 * with the time of the last confirmation where that is wanted. Agencies that confirmed nothing are left out.
 *
 * @throws RpcError
 */
export async function readCosigned(
  log: LogOnNode,
  pairs: readonly Pair[],
  { withTimes, of }: { readonly withTimes: boolean; readonly of: (pair: Pair) => string },
  signal?: AbortSignal,
): Promise<Figure[]> {
  const getters = pairs.map(({ service, agency }) => ["cosignedSize", serviceId(service), agency] as const);
  const sizes = (await askContract(log, getters, signal)) as [bigint][];
  const confirmed = pairs.flatMap((pair, i) => (sizes[i]![0] === 0n ? [] : [{ pair, size: sizes[i]![0] }]));
  const figures: Figure[] = confirmed.map(({ pair, size }) => ({
    name: "cosigned",
    of: of(pair),
    value: String(size),
  }));
  if (!withTimes) return figures;
  const last = [];
  for (const { pair } of confirmed) {
    const event = (await newestEvents(log, "HeadCosigned", pair, 1, signal)).at(-1);
    if (event) last.push({ pair, event });
  }
  const times = await blockTimes(
    log,
    last.map(({ event }) => event),
    signal,
  );
  const at = last.map(({ pair, event }): Figure => ({
    name: "cosignedAt",
    of: of(pair),
    value: String(times.get(blockOf(event))),
  }));
  return [...figures, ...at];
}
