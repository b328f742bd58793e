import { fiscalYearRange } from "../fiscal-year.ts";
import type { ImportFlag, ReportedContract } from "./model.ts";

/** The fields that contradictions inside one row are looked for in. */
export interface Stated {
  readonly budgetSatang: bigint | null;
  readonly referenceSatang: bigint | null;
  readonly announcedOn: string | null;
  readonly transactionOn: string | null;
  readonly fiscalYear: number | null;
  readonly contracts: readonly ReportedContract[];
}

const above = (a: bigint | null, b: bigint | null) => a !== null && b !== null && a > b;
const before = (a: string | null, b: string | null) => a !== null && b !== null && a < b;

function outsideFiscalYear(date: string | null, fiscalYear: number | null): boolean {
  if (date === null || fiscalYear === null) return false;
  const { start, end } = fiscalYearRange(fiscalYear);
  const noon = Date.parse(`${date}T12:00:00+07:00`) / 1000;
  return noon < start || noon > end;
}

function contractFlags(contract: ReportedContract, stated: Stated): ImportFlag[] {
  const flags: ImportFlag[] = [];
  const named: Record<string, string> = contract.id === null ? {} : { contract: contract.id };
  const { agreedSatang, signedOn, endsOn } = contract;
  const { budgetSatang, referenceSatang, announcedOn } = stated;
  if (above(agreedSatang, budgetSatang)) {
    const inputs = { ...named, agreedSatang: String(agreedSatang), budgetSatang: String(budgetSatang) };
    flags.push({ code: "AGREED_ABOVE_BUDGET", inputs });
  }
  if (above(agreedSatang, referenceSatang)) {
    const inputs = { ...named, agreedSatang: String(agreedSatang), referenceSatang: String(referenceSatang) };
    flags.push({ code: "AGREED_ABOVE_REFERENCE", inputs });
  }
  if (before(signedOn, announcedOn)) {
    const inputs = { ...named, signedOn: String(signedOn), announcedOn: String(announcedOn) };
    flags.push({ code: "SIGNED_BEFORE_ANNOUNCED", inputs });
  }
  if (before(endsOn, signedOn)) {
    const inputs = { ...named, endsOn: String(endsOn), signedOn: String(signedOn) };
    flags.push({ code: "CONTRACT_ENDS_BEFORE_SIGNED", inputs });
  }
  return flags;
}

/** What a row says that cannot all be true (or that the rules forbid), in a fixed order. */
export function contradictions(stated: Stated): ImportFlag[] {
  const flags: ImportFlag[] = [];
  const { budgetSatang, referenceSatang, transactionOn, fiscalYear } = stated;
  if (above(referenceSatang, budgetSatang)) {
    const inputs = { referenceSatang: String(referenceSatang), budgetSatang: String(budgetSatang) };
    flags.push({ code: "REFERENCE_ABOVE_BUDGET", inputs });
  }
  if (outsideFiscalYear(transactionOn, fiscalYear)) {
    const inputs = { transactionOn: String(transactionOn), fiscalYear: String(fiscalYear) };
    flags.push({ code: "DATE_OUTSIDE_FISCAL_YEAR", inputs });
  }
  return flags.concat(stated.contracts.flatMap((contract) => contractFlags(contract, stated)));
}
