import { setTimeout as sleep } from "node:timers/promises";
import { registerInterface } from "../../../sdk/replay/index.ts";
import type { LedgerState } from "../../../sdk/replay/index.ts";
import { registerNames } from "../../../sdk/registers.ts";
import type { RegisterName } from "../../../sdk/registers.ts";
import type { ListedContracts } from "../contracts/discover.ts";
import type { AuditNode } from "../node.ts";
import type { Part } from "../part.ts";
import { ApiProblem, ask } from "./client.ts";
import { expectedLists, sumOfCounters } from "./expected.ts";
import type { ExpectedList } from "./expected.ts";
import { firstOther, selection } from "./fields.ts";
import type { Fields } from "./fields.ts";
import { compareLogs } from "./logs.ts";
import { compareOfficers, compareYears } from "./standing.ts";

const PAGE = 500;
const PATIENCE = 30_000;

export interface ApiTarget {
  readonly url: string;
  readonly chainId: number;
  readonly node: AuditNode;
  readonly listed: ListedContracts;
  readonly state: LedgerState;
  /** What concerns the action logs only. */
  readonly only?: "log";
}

/** What an audit of the logs alone compares beside the logs themselves. */
const OF_LOGS = { journal: "ActionLog", list: "services" } as const;

interface Meta {
  readonly block: number;
  readonly chainId: number;
  readonly halted: string | null;
}

/**
 * Compares what an API answers as of the audited block with the state of the events. What it serves beside the ledger's
 * own entities and entries of logs (reported data, texts) is not compared.
 */
export async function compareApi(target: ApiTarget, part: Part): Promise<void> {
  try {
    if (!(await reaches(target, part))) return;
    const { url, node, state, only } = target;
    const standing = { url, block: node.block, state };
    await compareJournals(target, part);
    if (!only) await compareTotals(target, part);
    for (const list of expectedLists(state))
      if (!only || list.query === OF_LOGS.list) await compareList(target, list, part);
    if (!only) await compareYears(standing, part);
    if (!only) await compareOfficers(standing, part);
    await compareLogs(standing, part);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    part.open.push(error.message);
  }
}

/** Waits until the API has the audited block. */
async function reaches({ url, chainId, node }: ApiTarget, part: Part): Promise<boolean> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const { _meta: meta } = await ask<{ _meta: Meta }>(url, "{ _meta { block chainId halted } }", {});
    if (meta.chainId !== chainId) {
      part.equal("chain", "API_CHAIN", "chain id", meta.chainId, chainId);
      return false;
    }
    if (meta.block >= node.block) return true;
    if (meta.halted !== null || Date.now() > end) {
      part.open.push(`the API stands at block ${meta.block} ${meta.halted ? `(${meta.halted})` : ""}`);
      return false;
    }
    await sleep(250);
  }
}

interface JournalAnswer {
  readonly contract: string;
  readonly address: string;
  readonly block: number;
  readonly count: number;
  readonly root: string;
}

/** The API's journals, as of the block that each names, beside what the contract said then. */
async function compareJournals({ url, node, listed, only }: ApiTarget, part: Part): Promise<void> {
  const { journals } = await ask<{ journals: JournalAnswer[] }>(
    url,
    "{ journals { contract address block count root } }",
    {},
  );
  for (const name of registerNames) {
    const contract = listed.get(name);
    if (!contract || (only && name !== OF_LOGS.journal)) continue;
    const found = journals.find((each) => each.address.toLowerCase() === contract.address.toLowerCase());
    if (found) await compareJournal(node, name, found, part);
    else part.finds("API_JOURNAL", `journal of ${name}`, { found: "not served", expected: "served" });
  }
}

async function compareJournal(node: AuditNode, name: RegisterName, found: JournalAnswer, part: Part) {
  const { address, block, count, root } = found;
  const getter = { address, abi: registerInterface(name), method: "journal", args: [] };
  const answer = await node.read(getter, block);
  const expected = "refused" in answer ? answer.refused : answer.values.join(", root ");
  part.equal(
    "journals",
    "API_JOURNAL",
    `journal of ${name} at block ${block}`,
    `${count}, root ${root}`,
    expected,
  );
}

async function compareTotals({ url, node, state }: ApiTarget, part: Part): Promise<void> {
  const names = Object.keys(sumOfCounters([])).join(" ");
  const query = `query ($block: Int!) { budgetTotals(asOfBlock: $block, groupBy: FISCAL_YEAR, first: 1000) {
    total { native { lines counters { ${names} } } } groups { key native { lines counters { ${names} } } } } }`;
  type Group = { key: string | null; native: { lines: number; counters: Fields } };
  const { budgetTotals } = await ask<{ budgetTotals: { total: Group; groups: Group[] } }>(url, query, {
    block: node.block,
  });
  const { total, groups } = budgetTotals;
  compareFields("budgetTotals", sumOfCounters(state.lines.values()), total.native.counters, part);
  part.equal("totals", "API_TOTALS", "budgetTotals lines", total.native.lines, state.lines.size);
  for (const [year, lines] of Map.groupBy(state.lines.values(), (line) => line.year)) {
    const group = groups.find(({ key }) => key === String(year));
    compareFields(`budgetTotals of ${year}`, sumOfCounters(lines), group?.native.counters ?? {}, part);
  }
}

function compareFields(entity: string, expected: Fields, found: Fields, part: Part): void {
  part.count("totals");
  const difference = firstOther(expected, found);
  if (difference) part.finds("API_TOTALS", `${entity}, ${difference.path}`, difference);
}

async function compareList({ url, node }: ApiTarget, list: ExpectedList, part: Part): Promise<void> {
  const { query: name, key, entries } = list;
  const [sample] = entries.values();
  const query = `query ($block: Int!, $after: String) { ${name}(asOfBlock: $block, first: ${PAGE}, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { ${sample ? selection(sample) : key} } } }`;
  type Page = {
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Record<string, unknown>[];
  };
  const missing = new Set(entries.keys());
  let after: string | null = null;
  do {
    const data: Record<string, Page> = await ask(url, query, { block: node.block, after });
    const { nodes, pageInfo } = data[name]!;
    for (const entry of nodes) {
      const id = String(entry[key]);
      const entity = `${name} ${id}`;
      const expected = entries.get(id);
      missing.delete(id);
      part.count(name);
      const difference = expected ? firstOther(expected, entry) : null;
      if (difference) part.finds("API_ENTITY", `${entity}, ${difference.path}`, difference);
      if (!expected) part.finds("API_ENTITY", entity, { found: "served", expected: "not on the ledger" });
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  for (const id of missing)
    part.finds("API_ENTITY", `${name} ${id}`, { found: "not served", expected: "on the ledger" });
}
