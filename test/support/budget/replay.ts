/**
 * The budget's state from events alone, as an auditor rebuilds it (sdk/replay), in the form in which the model and the
 * contracts' getters give theirs.
 */
import { applyEvent, checkRules, decodeEvent, emptyState } from "../../../sdk/replay/index.ts";
import type { Breach, LedgerState, RegisterEvent } from "../../../sdk/replay/index.ts";
import { ethers, type Ledger } from "../ledger.ts";
import { agencies } from "../people.ts";
import { expenseTypes, type Plain, type Snapshot } from "./snapshot.ts";

type Fields = { [key: string]: Plain };

const registers = {
  AgencyRegistry: "registry",
  BudgetProjects: "projects",
  BudgetLines: "lines",
  BudgetCommitments: "commitments",
  BudgetDisbursements: "disbursements",
} as const;

type Register = keyof typeof registers;

/** Every event of the registry and the budget, in the order of the chain. */
async function eventsOf(ledger: Ledger): Promise<RegisterEvent[]> {
  const names = Object.keys(registers) as Register[];
  const addresses = await Promise.all(names.map((name) => ledger[registers[name]].getAddress()));
  const logs = await ethers.provider.getLogs({ address: addresses, fromBlock: 0 });
  const times = new Map<number, bigint>();
  for (const { blockNumber } of logs) {
    if (times.has(blockNumber)) continue;
    times.set(blockNumber, BigInt((await ethers.provider.getBlock(blockNumber))!.timestamp));
  }
  return logs.flatMap(({ address, topics, data, blockNumber: block, transactionHash: txHash, index }) => {
    const place = { block, txHash, logIndex: index, time: times.get(block)! };
    const event = decodeEvent(names[addresses.indexOf(address)]!, { topics: [...topics], data }, place);
    return event ? [event] : [];
  });
}

/**
 * The state that follows from all events of the ledger.
 * @throws when an event, or the state at the end, breaks a rule of the replay
 */
export async function replayed(ledger: Ledger): Promise<Snapshot> {
  const state = emptyState();
  const breaches: Breach[] = [];
  for (const event of await eventsOf(ledger)) breaches.push(...applyEvent(state, event));
  breaches.push(...checkRules(state).breaches);
  if (breaches.length > 0)
    throw new Error(`the events break rules: ${JSON.stringify(breaches, undefined, 1)}`);
  return new Map(entries(state));
}

function* entries(state: LedgerState): Generator<[string, Fields]> {
  for (const [year, { byType, byAgency, ...fields }] of state.years) {
    const types = expenseTypes.map((type) => byType.get(BigInt(type)) ?? 0n);
    const sums = agencies.map(({ code }) => byAgency.get(BigInt(code)) ?? 0n);
    yield [`year ${year}`, { ...fields, byType: types, byAgency: sums }];
  }
  for (const [code, { authors, references, ...fields }] of state.projects) {
    const pairs = references.map(({ scheme, value }) => `${scheme} ${value}`).toSorted();
    yield [`project ${code}`, { ...fields, authors: [...authors].toSorted(), references: pairs }];
  }
  for (const [key, last] of state.sequences) yield [`sequence ${key}`, { last }];
  for (const [id, line] of state.lines) yield [`line ${id}`, { ...line }];
  for (const [id, { schedule, bound, ...fields }] of state.obligations) {
    const years = schedule.map(({ year, amount }) => [year, amount]);
    const sums = schedule.map(({ year }) => bound.get(year) ?? 0n);
    yield [`obligation ${id}`, { ...fields, schedule: years, bound: sums }];
  }
  for (const [id, { allocations, milestones, ...fields }] of state.commitments) {
    const shares = [...allocations].map(([line, { amount, requested, paid }]) => {
      return [String(line), [amount, requested, paid]] as [string, Plain[]];
    });
    yield [`commitment ${id}`, { ...fields, milestones, allocations: Object.fromEntries(shares) }];
  }
  for (const [id, { acceptors, ...fields }] of state.milestones)
    yield [`milestone ${id}`, { ...fields, acceptors: [...acceptors].toSorted() }];
  for (const [id, payment] of state.disbursements) yield [`disbursement ${id}`, { ...payment }];
  yield ["counts", counts(state)];
}

function counts(state: LedgerState): Fields {
  const { lines, revisions, obligations, commitments, milestones, disbursements } = state;
  const sizes = { lines, obligations, commitments, milestones, disbursements };
  const counted = Object.entries(sizes).map(([name, { size }]) => [name, BigInt(size)]);
  return { revisions, ...(Object.fromEntries(counted) as Fields) };
}
