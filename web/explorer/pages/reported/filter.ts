import { parseBaht } from "../../../../sdk/money.ts";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { toArabicDigits } from "../../../../sdk/thai-digits.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import type { FieldProblem } from "../../../ui/error-summary/error-summary.tsx";
import { noChoice } from "../../data/choice.ts";
import { readFiscalYear } from "../../data/fiscal-year.ts";
import type { ReportedVariables } from "./reported.graphql.ts";

export type Filter = NonNullable<ReportedVariables["filter"]>;

export const orders = { title: "TITLE", date: "DATE", budget: "BUDGET", agreed: "AGREED" } as const;

const list = (value: string | null) => (value ? [value] : null);

/** What the address says, as the API takes it, and what of it cannot be read. */
export function readFilter(
  params: URLSearchParams,
  { t, language }: Pick<Texts, "t" | "language">,
): { filter: Filter; problems: FieldProblem[] } {
  const { year, problems: ofYear } = readFiscalYear(params, language);
  const problems = [...ofYear];
  const money = (name: string): string | null => {
    const text = params.get(name);
    if (!text) return null;
    try {
      return String(parseBaht(text));
    } catch (error) {
      if (!(error instanceof ProngsaiError)) throw error;
      const { what, mend } = error.explain(language);
      problems.push({ field: name, text: `${what} ${mend}` });
      return null;
    }
  };
  const [minBudget, maxBudget] = [money("min"), money("max")];
  if (minBudget !== null && maxBudget !== null && BigInt(minBudget) > BigInt(maxBudget))
    problems.push({ field: "max", text: t("reported.filter.reversed") });
  const batch = params.get("batch")?.trim() ?? "";
  const batchId = toArabicDigits(batch);
  const isBatch = /^\d{1,9}$/.test(batchId);
  if (batch && !isBatch) problems.push(noChoice(t, "batch", batch));
  const filter: Filter = {
    query: params.get("q") || null,
    agency: list(params.get("agency")),
    province: list(params.get("province")),
    method: list(params.get("method")),
    fiscalYear: year === null ? null : [year],
    minBudget,
    maxBudget,
    flag: list(params.get("flag")),
    source: list(params.get("source")),
    importBatch: isBatch ? [Number(batchId)] : null,
  };
  return { filter, problems };
}
