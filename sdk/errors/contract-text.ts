import type { Explanation, Locale, Texts } from "../errors.ts";
import { unitFormatters } from "./units.ts";
import type { Unit } from "./units.ts";

/**
 * Texts of a contract's custom error: what, why, how to mend. `{name}` stands for the argument of that name,
 * `{name:unit}` for the argument written in its unit (see units.ts).
 */
export type ContractErrorText = {
  readonly th: readonly [what: string, why: string, mend: string];
  readonly en: readonly [what: string, why: string, mend: string];
};

export type ContractErrorTexts = Readonly<Record<string, ContractErrorText>>;

/** `{name}` and `{name:unit}`. */
export const PLACEHOLDER = /\{(\w+)(?::(\w+))?\}/g;

function fill(template: string, args: Readonly<Record<string, unknown>>, locale: Locale): string {
  return template.replace(PLACEHOLDER, (_, name: string, unit: string | undefined) => {
    const value = args[name];
    return unit === undefined ? String(value) : unitFormatters[unit as Unit](value, locale);
  });
}

/** The texts with the arguments of one occurrence. */
export function fillTexts(text: ContractErrorText, args: Readonly<Record<string, unknown>>): Texts {
  const explanation = (locale: Locale): Explanation => {
    const [what, why, mend] = text[locale];
    return { what: fill(what, args, locale), why: fill(why, args, locale), mend: fill(mend, args, locale) };
  };
  return { th: explanation("th"), en: explanation("en") };
}
