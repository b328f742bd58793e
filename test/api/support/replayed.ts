import { applyEvent, decodeEvent, emptyState } from "../../../sdk/replay/index.ts";
import type { LedgerState, RegisterEvent } from "../../../sdk/replay/index.ts";
import { registerNames } from "../../../sdk/registers.ts";
import type { DemoFixture } from "../../support/demo-fixture.ts";

/** Every event of the ledger's contracts, read from the chain, in its order. */
export async function chainEvents({ provider, deployment }: DemoFixture): Promise<RegisterEvent[]> {
  const names = new Map(
    registerNames.map((name) => [deployment.contracts[name]!.address.toLowerCase(), name] as const),
  );
  const logs = await provider.getLogs({ address: [...names.keys()], fromBlock: 0 });
  const times = new Map<number, bigint>();
  for (const { blockNumber } of logs) {
    if (times.has(blockNumber)) continue;
    times.set(blockNumber, BigInt((await provider.getBlock(blockNumber))!.timestamp));
  }
  return logs.flatMap(({ address, topics, data, blockNumber: block, transactionHash: txHash, index }) => {
    const place = { block, txHash, logIndex: index, time: times.get(block)! };
    const register = names.get(address.toLowerCase())!;
    const event = decodeEvent(register, { topics: [...topics], data }, place);
    return event ? [event] : [];
  });
}

/** The ledger after a block, rebuilt from the events by the replay that auditors use. */
export function stateAt(events: readonly RegisterEvent[], block = Infinity): LedgerState {
  const state = emptyState();
  for (const event of events) {
    if (event.block > block) break;
    const breaches = applyEvent(state, event);
    if (breaches.length > 0) throw new Error(JSON.stringify(breaches));
  }
  return state;
}
