import { partNames } from "./part.ts";
import type { Finding, PartResult } from "./part.ts";
import type { AuditReport, Verdict } from "./run.ts";

/** How many findings of a part are written out; the rest is counted, and all are in --json. */
const SHOWN = 20;

const verdicts: Record<Verdict, string> = {
  sound:
    "SOUND: everything that this audit looks at was checked, and nothing differs (docs/verification.md: what it does not look at)",
  findings: "FINDINGS: something is not as it must be, see above",
  incomplete: "INCOMPLETE: nothing differs, but not everything could be checked, see above",
};

export const exitCodes: Record<Verdict, number> = { sound: 0, findings: 1, incomplete: 2 };

const counts = ({ checked }: PartResult) =>
  Object.entries(checked)
    .map(([kind, count]) => `${count.toLocaleString("en")} ${kind}`)
    .join(", ");

/** One line that is written over while a part is checked. */
export const progressLine = (part: PartResult): string => `${partNames[part.part]}: ${counts(part)}`;

function findingLines({ code, entity, found, expected, block, txHash }: Finding): string[] {
  const place = block === undefined ? "" : ` in block ${block}${txHash ? `, transaction ${txHash}` : ""}`;
  return [`  ✘ ${code}: ${entity}${place}`, `      found    ${found}`, `      expected ${expected}`];
}

/** A part's line of the table, with what was found below it. */
export function partLines(part: PartResult): string[] {
  const { findings, open, notes } = part;
  const mark = findings.length > 0 ? "✘" : open.length > 0 ? "?" : "✔";
  const result =
    findings.length > 0 ? `${findings.length} findings` : open.length > 0 ? "not complete" : "in order";
  const more = findings.length - SHOWN;
  return [
    `${mark} ${partNames[part.part].padEnd(20)} ${result.padEnd(14)} ${counts(part)}`,
    ...findings.slice(0, SHOWN).flatMap(findingLines),
    ...(more > 0 ? [`  … and ${more} more (--json has all)`] : []),
    ...open.map((reason) => `  ? not checked: ${reason}`),
    ...notes.map((note) => `  · ${note}`),
  ];
}

function headLines(report: Omit<AuditReport, "parts" | "verdict">): string[] {
  const { rpc, chainId, directory, block, blockHash, blockTime } = report;
  return [
    `audit of chain ${chainId} at ${rpc}, Directory ${directory}`,
    `as of block ${block} ${blockHash}, ${new Date(blockTime * 1_000).toISOString()}`,
  ];
}

/** The whole report for a terminal. */
export function reportText(report: AuditReport): string {
  return [...headLines(report), ...report.parts.flatMap(partLines), verdicts[report.verdict]].join("\n");
}
