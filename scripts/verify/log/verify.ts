import { resolve } from "node:path";
import {
  NO_TRUST,
  outcomeText,
  parseConsistency,
  parseTrust,
  stepText,
  stepTitle,
  verifyBundles,
  verifyCheckpoints,
  verifyCoseReceipt,
  verifyReceipt,
} from "../../../sdk/log/verify/index.ts";
import type { LogOutcome, LogReport, LogStepCode, Trust } from "../../../sdk/log/verify/index.ts";
import type { LogCommand } from "./command.ts";
import { readInput, readReceiptFile } from "./file.ts";
import { readLogFolder } from "./folder.ts";

/** What the command ends with. */
export const exitCodes: Readonly<Record<LogOutcome, number>> = { holds: 0, fails: 1, unknown: 2 };

const MARKS: Readonly<Record<LogOutcome, string>> = { holds: "✔", fails: "✘", unknown: "?" };

async function reportOf({ kind, path }: LogCommand, trust: Trust): Promise<LogReport> {
  if (kind === "bundle") return await verifyBundles(await readLogFolder(resolve(path)), trust);
  if (kind === "consistency") {
    const file = (await readInput(path)).toString("utf8");
    return verifyCheckpoints(parseConsistency(file), trust);
  }
  const receipt = await readReceiptFile(path);
  return "cose" in receipt ? verifyCoseReceipt(receipt.cose, trust) : verifyReceipt(receipt.json, trust);
}

/**
 * Verifies a receipt, published entries or two checkpoints, from files alone.
 *
 * @throws ProngsaiError LOG_… for a file that is not of its form, VERIFY_USAGE for one that cannot be read
 */
export async function verifyLogFile(command: LogCommand): Promise<LogReport> {
  const trust = command.trust ? parseTrust((await readInput(command.trust)).toString("utf8")) : NO_TRUST;
  return await reportOf(command, trust);
}

/** What a receipt says beyond its entry's place in the log. */
const CLAIMS: readonly LogStepCode[] = ["RECORD_LEAF", "RECEIPT_ANCHOR_TRUSTED", "RECEIPT_WITNESSES"];

/** What holds says nothing of claims that nothing was given to check: they are named, so that nobody relies on them. */
function unchecked({ verdict, steps }: LogReport, locale: LogCommand["locale"]): string[] {
  const titles = steps
    .filter(({ code, outcome }) => outcome === "unknown" && CLAIMS.includes(code))
    .map((step) => stepTitle(step, locale));
  if (verdict !== "holds" || titles.length === 0) return [];
  const said = { th: "ยังไม่ได้ตรวจ จึงยังเชื่อไม่ได้", en: "Not checked, so not to be relied on" };
  return [`${said[locale]}: ${titles.join(", ")}`];
}

/** The whole report for a terminal. */
export function logReportText({ verdict, steps }: LogReport, locale: LogCommand["locale"]): string {
  const lines = steps.map((step) => {
    const said = `${MARKS[step.outcome]} ${stepTitle(step, locale)}: ${stepText(step, locale)}`;
    return step.outcome === "fails" ? `${said} [${step.code}]` : said;
  });
  return [...lines, "", outcomeText(verdict, locale), ...unchecked({ verdict, steps }, locale)].join("\n");
}
