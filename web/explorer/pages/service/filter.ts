import { startOfDay } from "../../../../sdk/calendar-date.ts";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { parseDate } from "../../../../sdk/thai-date.ts";
import type { Language } from "../../../i18n/languages.ts";
import type { FieldProblem } from "../../../ui/error-summary/error-summary.tsx";
import type { ServiceActionsVariables } from "./service-actions.graphql.ts";

type Filter = ServiceActionsVariables["filter"];

const SUBJECT = /^0x[0-9a-f]{64}$/;
const DAY = 86_400;

const instant = (seconds: number) => new Date(seconds * 1000).toISOString();

/** What the address says of a service's entries, as the API takes it, and what of it cannot be read. */
export function readFilter(
  params: URLSearchParams,
  service: string,
  language: Language,
): { filter: Filter; problems: FieldProblem[]; wrongSubject: boolean } {
  const problems: FieldProblem[] = [];
  const day = (name: string, days: number): string | null => {
    const text = params.get(name)?.trim();
    if (!text) return null;
    try {
      return instant(startOfDay(parseDate(text)) + days * DAY);
    } catch (error) {
      if (!(error instanceof ProngsaiError)) throw error;
      const { what, mend } = error.explain(language);
      problems.push({ field: name, text: `${what} ${mend}` });
      return null;
    }
  };
  const subject = params.get("subject")?.trim().toLowerCase() ?? "";
  const type = params.get("type");
  return {
    filter: {
      service: [service],
      type: type ? [type] : null,
      subject: SUBJECT.test(subject) ? subject : null,
      from: day("from", 0),
      // The day that is named belongs to it.
      to: day("to", 1),
    },
    problems,
    wrongSubject: subject !== "" && !SUBJECT.test(subject),
  };
}
