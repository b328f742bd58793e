import { checkedFiscalYear } from "../../../sdk/fiscal-year.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { sdkError } from "../../../sdk/errors/sdk.ts";
import { toArabicDigits } from "../../../sdk/thai-digits.ts";
import type { Language } from "../../i18n/languages.ts";
import type { FieldProblem } from "../../ui/error-summary/error-summary.tsx";

/** The fiscal year by which the address filters, null for every year; and what to tell of one that is none. */
export function readFiscalYear(
  params: URLSearchParams,
  language: Language,
): { year: number | null; problems: readonly FieldProblem[] } {
  const text = params.get("year")?.trim() ?? "";
  if (text === "") return { year: null, problems: [] };
  const digits = toArabicDigits(text);
  try {
    if (!/^\d{4}$/.test(digits)) throw sdkError("FISCAL_YEAR_OUT_OF_RANGE", { input: text });
    return { year: checkedFiscalYear(Number(digits)), problems: [] };
  } catch (error) {
    if (!(error instanceof ProngsaiError)) throw error;
    const { what, mend } = error.explain(language);
    return { year: null, problems: [{ field: "year", text: `${what} ${mend}` }] };
  }
}
