import { eventTopic, numberTopic } from "../abi-event.ts";
import { budgetStates, openMilestoneStates } from "../budget-states.ts";
import { encodeBytes32Text } from "../bytes32.ts";
import { abis } from "../generated/abi/index.ts";
import type { AbiEvent } from "../journal.ts";
import type { RpcClient } from "../rpc.ts";
import { readLogs } from "./read-logs.ts";

/** The register that knows of each thing, and the event that begins it; its first indexed argument is the thing's name. */
const beginnings = {
  projects: ["BudgetProjects", "ProjectDrafted"],
  agencies: ["AgencyRegistry", "AgencyEnrolled"],
  services: ["ActionLog", "ServiceRegistered"],
  imports: ["ImportAnchor", "BatchAnchored"],
  flags: ["BudgetFlags", "FlagRaised"],
  lines: ["BudgetLines", "LineCreated"],
  commitments: ["BudgetCommitments", "CommitmentRecorded"],
  milestones: ["BudgetCommitments", "MilestoneScheduled"],
  payments: ["BudgetDisbursements", "DisbursementRequested"],
} as const;

type Recorded = keyof typeof beginnings;

/** What can be counted on the ledger without anybody's index. */
export type CountedThing = Recorded | "overdue" | "unanswered";

/** Registers of the ledger that things are counted in. */
export type CountRegister = (typeof beginnings)[Recorded][0];

/** Which of them are counted: those of which all that is named holds; all when nothing is. See `countedBy`. */
export interface CountScope {
  readonly agency?: number;
  /** of the project */
  readonly code?: string;
  /** fiscal year of the Buddhist era */
  readonly year?: number;
  /** number of the state in the contract */
  readonly state?: number;
  /** whether citizens have raised a flag */
  readonly flagged?: boolean;
}

/** By what each thing is counted in part; flags by the agency of the project that they are about. */
export const countedBy: Readonly<Record<CountedThing, readonly (keyof CountScope)[]>> = {
  projects: ["agency", "state", "year", "flagged"],
  flags: ["agency", "code"],
  lines: ["code"],
  commitments: ["code"],
  milestones: ["code"],
  payments: ["code"],
  agencies: [],
  services: [],
  imports: [],
  overdue: [],
  unanswered: [],
};

type Getter = {
  readonly contract: CountRegister;
  readonly method: string;
  readonly args: readonly unknown[];
};

export type CountSource = {
  readonly rpc: RpcClient;
  /** address of a register */
  readonly register: (name: CountRegister) => string;
  readonly block: number;
  /** Unix seconds of the block: what is overdue is so by then */
  readonly blockTime: number;
  /** answers of registers' getters as of the block, structs as objects */
  readonly read: (getters: readonly Getter[]) => Promise<readonly unknown[]>;
  /** most entries that are read one by one */
  readonly most: number;
};

export type Counted = { readonly number: number } | { readonly tooMany: number };

/** The state of a flag without a reply. */
const OPEN_FLAG = budgetStates.flag.indexOf("OPEN") + 1;

/** Registers that are asked to count a thing. */
export function registersOf(thing: CountedThing, { agency, code, flagged }: CountScope): CountRegister[] {
  if (thing === "overdue") return ["BudgetCommitments"];
  if (thing === "unanswered") return ["BudgetFlags"];
  const [own] = beginnings[thing];
  if (thing === "projects" && flagged !== undefined) return [own, "BudgetFlags"];
  if (thing === "flags" && agency !== undefined) return [own, "BudgetProjects"];
  if (thing === "payments" && code !== undefined) return [own, "BudgetCommitments"];
  return [own];
}

type Second = string | readonly string[] | null;

/** Everything that began, by its name, with what the event's second indexed argument says. */
async function begun(
  thing: Recorded,
  { rpc, register, block: toBlock }: CountSource,
  signal: AbortSignal | undefined,
  second: Second = null,
  third: string | null = null,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  // A list of none would mean any.
  if (second?.length === 0) return names;
  const [contract, name] = beginnings[thing];
  const event = abis[contract].find((item) => item.type === "event" && item.name === name) as AbiEvent;
  // A place that is asked for, be it for any, leaves out events that have none there.
  const asked = third === null ? (second === null ? [] : [second]) : [second, third];
  const topics = [eventTopic(event), null, ...asked];
  const range = { address: register(contract), topics, fromBlock: 0, toBlock };
  for await (const { logs } of readLogs(rpc, range, { signal })) {
    for (const { topics: told } of logs) names.set(told[1] ?? "", told[2] ?? "");
  }
  return names;
}

/** Entries of these names read one by one, or how many there are when they are too many. */
async function entries<Entry>(
  names: readonly unknown[],
  contract: CountRegister,
  method: string,
  { read, most }: CountSource,
): Promise<{ readonly read: readonly Entry[] } | { readonly tooMany: number }> {
  if (names.length > most) return { tooMany: names.length };
  const getters = names.map((name) => ({ contract, method, args: [name] }));
  return { read: (await read(getters)) as readonly Entry[] };
}

async function countProjects(
  { agency, year, state, flagged }: CountScope,
  source: CountSource,
  signal: AbortSignal | undefined,
): Promise<Counted> {
  const topic = (number: number | undefined) => (number === undefined ? null : numberTopic(number));
  let codes = [...(await begun("projects", source, signal, topic(agency), topic(year))).keys()];
  if (flagged !== undefined) {
    const about = new Set((await begun("flags", source, signal)).values());
    codes = codes.filter((code) => about.has(code) === flagged);
  }
  if (state === undefined) return { number: codes.length };
  const found = await entries<{ state: bigint }>(codes, "BudgetProjects", "project", source);
  if ("tooMany" in found) return found;
  return { number: found.read.filter((project) => Number(project.state) === state).length };
}

async function countFlags(
  { agency, code }: CountScope,
  source: CountSource,
  signal: AbortSignal | undefined,
): Promise<Counted> {
  const flags = await begun("flags", source, signal, code === undefined ? null : encodeBytes32Text(code));
  if (agency === undefined) return { number: flags.size };
  const codes = await begun("projects", source, signal, numberTopic(agency));
  return { number: [...flags.values()].filter((about) => codes.has(about)).length };
}

async function countOverdue(source: CountSource): Promise<Counted> {
  const { read, blockTime } = source;
  const [total] = await read([{ contract: "BudgetCommitments", method: "milestoneCount", args: [] }]);
  const numbers = Array.from({ length: Number(total) }, (_, index) => index + 1);
  const found = await entries<{ state: bigint; dueAt: bigint }>(
    numbers,
    "BudgetCommitments",
    "milestone",
    source,
  );
  if ("tooMany" in found) return found;
  const late = found.read.filter(
    ({ state, dueAt }) => openMilestoneStates.has(Number(state)) && Number(dueAt) < blockTime,
  );
  return { number: late.length };
}

async function countUnanswered(source: CountSource, signal: AbortSignal | undefined): Promise<Counted> {
  const numbers = [...(await begun("flags", source, signal)).keys()].map(BigInt);
  type Flag = { state: bigint; unanswered: boolean; replyDueAt: bigint };
  const found = await entries<Flag>(numbers, "BudgetFlags", "flag", source);
  if ("tooMany" in found) return found;
  const late = found.read.filter(
    ({ state, unanswered, replyDueAt }) =>
      unanswered || (Number(state) === OPEN_FLAG && Number(replyDueAt) < source.blockTime),
  );
  return { number: late.length };
}

/**
 * Counts things on the ledger as of a block: by the events of the registers, and by reading each entry for what depends on
 * the time or on a state.
 *
 * @throws RpcError
 */
export async function countRecords(
  thing: CountedThing,
  scope: CountScope,
  source: CountSource,
  signal?: AbortSignal,
): Promise<Counted> {
  if (thing === "overdue") return countOverdue(source);
  if (thing === "unanswered") return countUnanswered(source, signal);
  if (thing === "projects") return countProjects(scope, source, signal);
  if (thing === "flags") return countFlags(scope, source, signal);
  const code = scope.code === undefined ? null : encodeBytes32Text(scope.code);
  if (thing === "milestones" || thing === "payments") {
    const of = code === null ? null : [...(await begun("commitments", source, signal, code)).keys()];
    return { number: (await begun(thing, source, signal, of)).size };
  }
  return { number: (await begun(thing, source, signal, code)).size };
}
