import type { Texts } from "../../i18n/use-texts.ts";
import type { FieldProblem } from "../../ui/error-summary/error-summary.tsx";

/** Characters of what cannot be read that are shown. */
export const SHOWN = 40;

/** What to tell of a value in the address that cannot be chosen in this field. */
export function noChoice(t: Texts["t"], field: string, value: string): FieldProblem {
  return { field, text: t("form.noChoice", { value: value.slice(0, SHOWN) }) };
}

/** What of a field's choices the address names, in capital or small letters; and what to tell of something else. */
export function readChoice<Choice extends string>(
  t: Texts["t"],
  params: URLSearchParams,
  field: string,
  choices: readonly Choice[],
): { choice: Choice | undefined; problems: readonly FieldProblem[] } {
  const value = params.get(field)?.trim() ?? "";
  const choice = choices.find((one) => one.toLowerCase() === value.toLowerCase());
  return { choice, problems: choice || value === "" ? [] : [noChoice(t, field, value)] };
}
