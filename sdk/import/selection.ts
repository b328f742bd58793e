import { searchTerms, spellings } from "../search-terms.ts";
import { toArabicDigits } from "../thai-digits.ts";
import type { FoldedProject } from "./merge.ts";
import { flagText } from "./texts.ts";

type Maybe<Value> = Value | null | undefined;

/** Which reported projects are meant; the public API's filter. Sums in satang, absent or null: any. */
export interface ReportedSelection {
  readonly query?: Maybe<string>;
  readonly agency?: Maybe<readonly string[]>;
  readonly province?: Maybe<readonly string[]>;
  readonly method?: Maybe<readonly string[]>;
  readonly fiscalYear?: Maybe<readonly number[]>;
  readonly minBudget?: Maybe<string>;
  readonly maxBudget?: Maybe<string>;
  readonly flag?: Maybe<readonly string[]>;
  readonly source?: Maybe<readonly string[]>;
  readonly importBatch?: Maybe<readonly number[]>;
}

/** Whether the files alone say which projects are meant: rules of red flags look at more than one project's rows. */
export function isSelectable({ flag }: ReportedSelection): boolean {
  return (flag ?? []).every((code) => Object.hasOwn(flagText, code));
}

const isOneOf = <Value>(allowed: Maybe<readonly Value[]>, value: Value | null): boolean =>
  !allowed || (value !== null && allowed.includes(value));

function isFound({ title, agency, key }: FoldedProject, query: string): boolean {
  const terms = searchTerms(query);
  const has = (text: string | null, part: string) =>
    text !== null && text.toLowerCase().includes(part.toLowerCase());
  return (
    terms.every((term) => spellings(term).some((spelling) => has(title, spelling))) ||
    terms.every((term) => has(agency, term)) ||
    (terms.length === 1 && key.value === toArabicDigits(terms[0]!))
  );
}

/**
 * Whether a project is among those that are meant, by what its rows state. The batch is not looked at: which batches
 * count is decided before.
 *
 * @param format of the batch that the project stands in
 * @param selection one of which `isSelectable` is true
 */
export function isSelected(project: FoldedProject, format: string, selection: ReportedSelection): boolean {
  const { query, agency, province, method, fiscalYear, minBudget, maxBudget, flag, source } = selection;
  const { budgetSatang: budget } = project;
  return (
    isOneOf(agency, project.agency) &&
    isOneOf(province, project.province) &&
    // Method groups are what people know; where a source has none, its method stands.
    isOneOf(method, project.methodGroup ?? project.method) &&
    isOneOf(fiscalYear, project.fiscalYear) &&
    isOneOf(source, format) &&
    (!minBudget || (budget !== null && budget >= BigInt(minBudget))) &&
    (!maxBudget || (budget !== null && budget <= BigInt(maxBudget))) &&
    (!flag || project.rows.some(({ flags }) => flags.some(({ code }) => flag.includes(code)))) &&
    (!query || isFound(project, query))
  );
}
