import { eventTopic } from "../abi-event.ts";
import { abis } from "../generated/abi/index.ts";
import type { AbiEvent } from "../journal.ts";
import type { RpcClient } from "../rpc.ts";
import { readLogs } from "./read-logs.ts";

/** What can be counted on the ledger without anybody's index. */
export const countedThings = [
  "projects",
  "agencies",
  "services",
  "imports",
  "flags",
  "overdue",
  "unanswered",
] as const;
export type CountedThing = (typeof countedThings)[number];

/** The register that knows of each. */
export const registerOf = {
  projects: "BudgetProjects",
  agencies: "AgencyRegistry",
  services: "ActionLog",
  imports: "ImportAnchor",
  flags: "BudgetFlags",
  overdue: "BudgetCommitments",
  unanswered: "BudgetFlags",
} as const satisfies Record<CountedThing, string>;

/** The event that begins each thing; its first indexed argument is the thing's name. */
const beginning = {
  projects: ["IBudgetProjects", "ProjectDrafted"],
  agencies: ["IAgencyRegistry", "AgencyEnrolled"],
  services: ["IServiceRegistry", "ServiceRegistered"],
  imports: ["IImportAnchor", "BatchAnchored"],
  flags: ["IBudgetFlags", "FlagRaised"],
  unanswered: ["IBudgetFlags", "FlagRaised"],
} as const;

type Getter = { readonly method: string; readonly args: readonly unknown[] };

export type CountSource = {
  readonly rpc: RpcClient;
  /** address of `registerOf` the thing */
  readonly register: string;
  readonly block: number;
  /** Unix seconds of the block: what is overdue is so by then */
  readonly blockTime: number;
  /** answers of the register's getters as of the block, structs as objects */
  readonly read: (getters: readonly Getter[]) => Promise<readonly unknown[]>;
  /** most entries that are read one by one */
  readonly most: number;
};

export type Counted = { readonly number: number } | { readonly tooMany: number };

/** `Scheduled`, `Submitted`, `Partial`, `Rejected` of `IBudgetCommitments.MilestoneState`: not accepted in full, not removed. */
const OPEN_MILESTONE = new Set([1, 2, 4, 5]);
/** `Open` of `IBudgetFlags.FlagState`: no reply yet. */
const OPEN_FLAG = 1;

async function begun(
  thing: keyof typeof beginning,
  source: CountSource,
  signal?: AbortSignal,
): Promise<Set<string>> {
  const { rpc, register: address, block: toBlock } = source;
  const [abi, name] = beginning[thing];
  const event = abis[abi].find((item) => item.type === "event" && item.name === name) as AbiEvent;
  const names = new Set<string>();
  const range = { address, topics: [eventTopic(event)], fromBlock: 0, toBlock };
  for await (const { logs } of readLogs(rpc, range, { signal })) {
    for (const { topics } of logs) names.add(topics[1] ?? "");
  }
  return names;
}

/**
 * Counts things on the ledger as of a block: by the events of the register, and for what depends on the time by reading
 * each entry.
 *
 * @throws RpcError
 */
export async function countRecords(
  thing: CountedThing,
  source: CountSource,
  signal?: AbortSignal,
): Promise<Counted> {
  const { read, most, blockTime } = source;
  const isPast = (seconds: unknown) => Number(seconds) < blockTime;
  if (thing === "overdue") {
    const [total] = await read([{ method: "milestoneCount", args: [] }]);
    if (Number(total) > most) return { tooMany: Number(total) };
    const getters = Array.from({ length: Number(total) }, (_, i) => ({ method: "milestone", args: [i + 1] }));
    const milestones = (await read(getters)) as { state: bigint; dueAt: bigint }[];
    const late = milestones.filter(({ state, dueAt }) => OPEN_MILESTONE.has(Number(state)) && isPast(dueAt));
    return { number: late.length };
  }
  const names = await begun(thing, source, signal);
  if (thing !== "unanswered") return { number: names.size };
  if (names.size > most) return { tooMany: names.size };
  const getters = [...names].map((name) => ({ method: "flag", args: [BigInt(name)] }));
  const flags = (await read(getters)) as { state: bigint; unanswered: boolean; replyDueAt: bigint }[];
  const late = flags.filter(
    ({ state, unanswered, replyDueAt }) => unanswered || (Number(state) === OPEN_FLAG && isPast(replyDueAt)),
  );
  return { number: late.length };
}
