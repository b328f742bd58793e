import { journalEvents, registerNames } from "../../../sdk/registers.ts";
import { decodeEvent, emptyState, applyEvent } from "../../../sdk/replay/index.ts";
import type { Breach, LedgerState, Plain, RegisterEvent } from "../../../sdk/replay/index.ts";
import { eventTopic } from "../../../sdk/abi-event.ts";
import { startDemo } from "../../support/demo-fixture.ts";

let read: Promise<readonly RegisterEvent[]> | undefined;

/** Every event of the demonstration year, in the order of the chain; read once. */
export function demoEvents(): Promise<readonly RegisterEvent[]> {
  return (read ??= readEvents());
}

async function readEvents(): Promise<readonly RegisterEvent[]> {
  const demo = await startDemo();
  try {
    const registers = new Map(
      registerNames.map((name) => [demo.deployment.contracts[name]!.address, name] as const),
    );
    const folded = new Set(registerNames.flatMap((name) => journalEvents(name).map(eventTopic)));
    const logs = await demo.provider.getLogs({ address: [...registers.keys()], fromBlock: 0 });
    const blocks = [...new Set(logs.map(({ blockNumber }) => blockNumber))];
    const times = new Map(
      await Promise.all(
        blocks.map(async (block) => [block, (await demo.provider.getBlock(block))!.timestamp] as const),
      ),
    );
    return logs
      .filter(({ topics }) => folded.has(topics[0]!))
      .map(({ address, topics, data, blockNumber: block, transactionHash: txHash, index: logIndex }) => {
        const place = { block, txHash, logIndex, time: BigInt(times.get(block)!) };
        return decodeEvent(registers.get(address)!, { topics: [...topics], data }, place)!;
      });
  } finally {
    await demo.stop();
  }
}

/** The state after these events, and every rule that one of them breaks, with the event. */
export function replayed(events: Iterable<RegisterEvent>): {
  state: LedgerState;
  breaches: (Breach & { event: string })[];
} {
  const state = emptyState();
  const breaches: (Breach & { event: string })[] = [];
  for (const event of events)
    for (const breach of applyEvent(state, event)) breaches.push({ ...breach, event: event.name });
  return { state, breaches };
}

/** The events with the `nth` of a name changed (-1: the last); null drops it. */
export function altered(
  events: readonly RegisterEvent[],
  name: string,
  change: ((args: Record<string, Plain>) => object) | null,
  nth = 0,
): readonly RegisterEvent[] {
  const event = events.filter((each) => each.name === name).at(nth);
  if (!event) throw new Error(`there is no ${name} number ${nth}`);
  const instead = change ? { ...event, args: { ...event.args, ...change({ ...event.args }) } } : null;
  return events.flatMap((each) => (each === event ? (instead ?? []) : each));
}
