import { DEFINITIONS } from "../../indexer/verify/index.ts";
import type {
  Difference,
  JournalResult,
  Progress,
  TableResult,
  VerifyReport,
} from "../../indexer/verify/index.ts";

/** Rows of a table that are named; the rest is counted. */
const NAMED = 20;
/** Values are shown to this length around their first difference. */
const WIDE = 60;

const number = (value: number | bigint) => value.toLocaleString("en");
const counted = (value: number, noun: string) => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;

/** One line that is written over while the work goes on. */
export function progressLine(progress: Progress): string {
  switch (progress.phase) {
    case "chain":
      return `reading the chain: block ${number(progress.block)} of ${number(progress.until)}, ${number(progress.events)} events`;
    case "documents":
      return "reading the documents that the chain names";
    case "rows":
      return `comparing ${progress.table}: ${number(progress.rows)} rows`;
  }
}

export function problemLine(error: Error): string {
  const { code } = error as { code?: unknown };
  return `  ${typeof code === "string" ? `${code}: ` : ""}${error.message}`;
}

/** The whole report for a terminal. */
export function reportText(report: VerifyReport, seconds: number): string {
  const { block, head, halted, tables, journals } = report;
  const behind = head - block;
  return [
    `As of block ${number(block)}; the chain's newest is ${number(head)}.`,
    ...(behind > 0 ? [`  The mirror is ${counted(behind, "block")} behind the chain.`] : []),
    ...(halted ? [`  The indexer has stopped: ${halted.code}: ${halted.message}`] : []),
    "",
    ...tableLines(tables),
    "",
    ...journalLines(journals),
    "",
    ...tables.flatMap(differenceLines),
    verdict(report, seconds),
  ].join("\n");
}

function tableLines(tables: readonly TableResult[]): string[] {
  const wide = Math.max(...tables.map(({ table }) => table.length));
  const header = `  ${"table".padEnd(wide)}  ${"mirror".padStart(10)}  ${"chain".padStart(10)}`;
  const lines = tables.map(({ table, found, expected, different }) => {
    const result = different === 0 ? "equal" : `${number(different)} different`;
    const counts = `${number(found).padStart(10)}  ${number(expected).padStart(10)}`;
    return `${different === 0 ? "✔" : "✘"} ${table.padEnd(wide)}  ${counts}  ${result}`;
  });
  return [header, ...lines];
}

function journalLines(journals: readonly JournalResult[]): string[] {
  const wide = Math.max(7, ...journals.map(({ contract }) => contract.length));
  const header = `  ${"journal".padEnd(wide)}  ${"entries".padStart(10)}  root in the mirror = root in the contract`;
  const lines = journals.map(({ contract, mirror, chain, matches }) => {
    const count = number(mirror?.count ?? 0n).padStart(10);
    if (matches) return `✔ ${contract.padEnd(wide)}  ${count}  ${chain.root}`;
    const own = mirror ? mirror.root : "no such journal in the mirror";
    return `✘ ${contract.padEnd(wide)}  ${count}  ${own} ≠ ${chain.root} (${number(chain.count)} entries)`;
  });
  return [header, ...lines];
}

function differenceLines({ table, different, differences }: TableResult): string[] {
  const lines = differences.slice(0, NAMED).flatMap(nameDifference);
  const more = different - Math.min(differences.length, NAMED);
  return more > 0 ? [...lines, `  … and ${number(more)} more in ${table}`] : lines;
}

const WORDS: Record<Difference["kind"], string> = {
  altered: "was altered",
  removed: "was removed",
  added: "was added",
};

function nameDifference({ table, kind, key, about, columns }: Difference): string[] {
  return [
    `✘ ${table} (${key}${about === undefined ? "" : `: ${about}`}) ${WORDS[kind]}`,
    ...columns.flatMap(({ name, expected, found }) => {
      const from = Math.max(0, firstDifference(expected, found) - WIDE / 2);
      return [
        `    ${name}: the mirror says  ${excerpt(found, from)}`,
        `    ${" ".repeat(name.length)}  it should be     ${excerpt(expected, from)}`,
      ];
    }),
  ];
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function excerpt(text: string, from: number): string {
  if (text.length <= WIDE) return text;
  const part = text.slice(from, from + WIDE);
  return `${from > 0 ? "…" : ""}${part}${from + WIDE < text.length ? "…" : ""}`;
}

function verdict({ matches, tables, journals }: VerifyReport, seconds: number): string {
  const rows = tables.reduce((sum, { table, found }) => (table === DEFINITIONS ? sum : sum + found), 0);
  const time = `${seconds.toFixed(1)} s`;
  if (matches) {
    return `EQUAL: ${counted(rows, "row")} and ${counted(journals.length, "journal")} are what chain and documents say (${time})`;
  }
  const different = tables.reduce((sum, table) => sum + table.different, 0);
  const wrong = journals.filter((journal) => !journal.matches).length;
  return `NOT EQUAL: ${counted(different, "row")} and ${counted(wrong, "journal")} are not what chain and documents say (${time})`;
}
