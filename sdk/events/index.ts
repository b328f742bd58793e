import { PLACEHOLDER } from "../errors/contract-text.ts";
import { unitFormatters } from "../errors/units.ts";
import type { Unit } from "../errors/units.ts";
import type { Locale } from "../errors.ts";
import { eventTexts } from "./texts.ts";

export { eventTexts } from "./texts.ts";

/**
 * What happened, in one plain sentence in Thai and English; the event's name when it is none of the ledger's.
 *
 * @param args arguments by name: numbers as decimal text, short texts as text
 */
export function eventText(
  name: string,
  args: Readonly<Record<string, string>>,
): { readonly th: string; readonly en: string } {
  const text = eventTexts[name];
  const fill = (locale: Locale) =>
    text?.[locale].replace(PLACEHOLDER, (_, argument: string, unit: string | undefined) => {
      const value = args[argument] ?? "–";
      return unit === undefined || value === "–" ? value : unitFormatters[unit as Unit](value, locale);
    }) ?? name;
  return { th: fill("th"), en: fill("en") };
}
