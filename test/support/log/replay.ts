/** The action log's state from events alone, as an auditor rebuilds it (sdk/replay), against the contract's getters. */
import type { Interface } from "ethers";
import {
  applyEvent,
  checkRules,
  decodeEvent,
  emptyState,
  expectedReads,
  firstDifference,
  plainValue,
  type Breach,
  type LedgerState,
} from "../../../sdk/replay/index.ts";
import { connection, ethers, type Ledger } from "../ledger.ts";

/**
 * The state that follows from all events of registry and log.
 * @throws when an event, or the state at the end, breaks a rule of the replay
 */
export async function replayedLog({ registry, log }: Ledger): Promise<LedgerState> {
  const registers = {
    [await registry.getAddress()]: "AgencyRegistry",
    [await log.getAddress()]: "ActionLog",
  } as const;
  const logs = await ethers.provider.getLogs({ address: Object.keys(registers), fromBlock: 0 });
  const state = emptyState();
  const breaches: Breach[] = [];
  const times = new Map<number, bigint>();
  for (const { address, topics, data, blockNumber: block, transactionHash: txHash, index } of logs) {
    if (!times.has(block)) times.set(block, BigInt((await ethers.provider.getBlock(block))!.timestamp));
    const place = { block, txHash, logIndex: index, time: times.get(block)! };
    const event = decodeEvent(registers[address]!, { topics: [...topics], data }, place);
    if (event) breaches.push(...applyEvent(state, event));
  }
  breaches.push(...checkRules(state).breaches);
  if (breaches.length > 0)
    throw new Error(`the events break rules: ${JSON.stringify(breaches, undefined, 1)}`);
  return state;
}

/** What the contract's getters answer otherwise than the state says; empty when they agree. `asked` counts them. */
export async function differingReads({ log }: Ledger, state: LedgerState) {
  const to = await log.getAddress();
  const abi = log.interface as unknown as Interface;
  const differing: string[] = [];
  let asked = 0;
  for (const { register, entity, method, args, expected } of expectedReads(state)) {
    if (register !== "ActionLog") continue;
    asked++;
    const data = abi.encodeFunctionData(method, args);
    const answer = (await connection.provider.request({
      method: "eth_call",
      params: [{ to, data }, "latest"],
    })) as string;
    const values = abi.decodeFunctionResult(method, answer);
    const found = abi.getFunction(method)!.outputs.map((type, at) => plainValue(type, values[at]));
    const difference = firstDifference(expected, found);
    if (difference) differing.push(`${entity} ${method}: ${JSON.stringify(difference)}`);
  }
  return { differing, asked };
}
