import { printable } from "../../platform/printable.ts";
import type { Evidence } from "./file.ts";
import type { Recheck, Row } from "./recheck.ts";
import { logScopeWords } from "./scope.ts";

/** Whether the ledger says what the page said. */
export const agrees = ({ rows }: Recheck): boolean => rows.every(({ said, ledger }) => said === ledger);

/** Values that the file ascribes to the ledger and that the ledger does not say. */
const untrue = ({ noted, ledger }: Row): boolean => noted !== ledger;

/** The whole report for a terminal. File and node may say anything: no word of theirs is more than a part of its line. */
export function evidenceText(evidence: Evidence, result: Recheck): string {
  const { kind, asked, block, checkedAt } = evidence;
  const { rows, url } = result;
  return [
    `Evidence of ${checkedAt} (${kind}), as of block ${block}; that check asked ${asked.url}.`,
    `Asked now: ${url}`,
    ...(kind === "logs" ? [`Compared: ${logScopeWords(evidence.scope)}`] : []),
    "",
    ...rows.flatMap(rowLines),
    "",
    verdict(result),
    ...(rows.some(untrue)
      ? ["The file ascribes to the ledger what this node does not say: ask a third node."]
      : []),
  ]
    .map(printable)
    .join("\n");
}

function rowLines(row: Row): string[] {
  const { item, said, noted, ledger } = row;
  if (said === ledger && !untrue(row)) return [`✔ ${item}: ${said}`];
  const none = "none";
  return [
    `✘ ${item}`,
    `    the page said      ${said}`,
    `    its check noted    ${noted ?? none}`,
    `    the ledger says    ${ledger ?? none}`,
  ];
}

function verdict(result: Recheck): string {
  const wrong = result.rows.filter(({ said, ledger }) => said !== ledger).length;
  if (wrong === 0) return `AGREES: the ledger says what the page said, ${result.rows.length} values.`;
  return `DIFFERS: of ${result.rows.length} values the ledger says ${wrong} otherwise than the page.`;
}
