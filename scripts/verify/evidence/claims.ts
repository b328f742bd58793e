import { noEvidence } from "../errors.ts";
import type { CountsEvidence, Evidence, TotalsEvidence } from "./file.ts";
import { requireCountScope, requireLineScope } from "./scope.ts";

/**
 * Whether the file claims something, and of the block that it names: of a file that says nothing, or of things that do not
 * exist, the ledger would seem to say the same.
 *
 * @throws ProngsaiError VERIFY_EVIDENCE
 */
export function requireClaims(evidence: Evidence): void {
  requireBlocks(evidence);
  if (isEmpty(evidence)) throw noEvidence({ th: "แฟ้มนี้ไม่ได้อ้างสิ่งใดเลย", en: "The file claims nothing." });
  if (evidence.kind === "counts") requireCounts(evidence);
  if (evidence.kind === "totals") requireTotals(evidence);
}

/** The block that the check of a page asked the node for: of an imported file that of its record, else the page's own. */
function requireBlocks(evidence: Evidence): void {
  const { kind, block, asked } = evidence;
  const wanted = kind === "import" ? evidence.claim.reference.blockNumber : block;
  if (asked.block !== wanted) throw otherBlock(`asked.block = ${asked.block}`, wanted);
  if (kind === "journal" && evidence.claim.block !== block)
    throw otherBlock(`claim.block = ${evidence.claim.block}`, block);
}

const otherBlock = (said: string, wanted: number) =>
  noEvidence({
    th: `แฟ้มนี้พูดถึงหลายบล็อก: ${said} แต่ต้องเป็น ${wanted}`,
    en: `The file speaks of several blocks: ${said}, and it should be ${wanted}.`,
  });

function isEmpty(evidence: Evidence): boolean {
  switch (evidence.kind) {
    case "values":
      return evidence.values.length === 0;
    case "counts":
      return evidence.counts.length === 0;
    case "logs":
      return evidence.figures.length === 0;
    case "totals":
      return Object.keys(evidence.expected).length === 0;
    case "import":
      return Object.keys(evidence.claim.expected).length === 0;
    case "journal":
    case "receipt":
      return false;
  }
}

function requireCounts({ counts, scope }: CountsEvidence): void {
  requireCountScope(
    scope,
    counts.map(({ thing }) => thing),
  );
  for (const { thing, expected } of counts)
    if (!Number.isSafeInteger(expected)) throw noNumber(thing, expected);
}

function requireTotals({ expected, scope }: TotalsEvidence): void {
  requireLineScope(scope);
  for (const [name, said] of Object.entries(expected))
    if (typeof said !== "string" || !/^\d+$/.test(said)) throw noNumber(name, said);
}

const noNumber = (name: string, said: unknown) =>
  noEvidence({
    th: `แฟ้มอ้างว่า ${name} เป็น ${JSON.stringify(said)} ซึ่งไม่ใช่จำนวน`,
    en: `The file claims ${JSON.stringify(said)} of ${name}, which is no number.`,
  });
