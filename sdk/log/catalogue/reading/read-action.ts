import type { Json } from "../../../canonical-json.ts";
import type { Locale } from "../../../errors.ts";
import type { ActionType } from "../define/action.ts";
import type { Fields } from "../define/field.ts";
import type { Text } from "../define/text.ts";

/** A property in words. */
export interface Detail {
  readonly name: string;
  readonly label: Text;
  readonly value: Text;
  /** whether the sentence says it already */
  readonly inSentence: boolean;
}

/** An action as a citizen reads it. */
export interface Reading {
  readonly title: Text;
  readonly sentence: Text;
  /** every property that the data holds, in the schema's order */
  readonly details: readonly Detail[];
}

/** `{name}` in a sentence. */
export const PLACEHOLDER = /\{(\w+)\}/g;
/** A part of a sentence that may be left out. */
export const OPTIONAL_PART = /\[([^\]]*)\]/g;

type ActionData = { readonly [member: string]: Json };

function fill(template: string, fields: Fields, data: ActionData, locale: Locale): string {
  const named = (part: string) => [...part.matchAll(PLACEHOLDER)].map(([, name = ""]) => name);
  const kept = template.replace(OPTIONAL_PART, (_, part: string) =>
    named(part).every((name) => data[name] !== undefined) ? part : "",
  );
  const filled = kept.replace(PLACEHOLDER, (_, name: string) => {
    const value = data[name];
    return value === undefined ? "–" : (fields[name]?.write(value, locale) ?? String(value));
  });
  // The mark of repetition stands apart from what follows it (Royal Society's rules of spacing); values end with it.
  return filled.replace(/ๆ(?=[\u0E01-\u0E4E])/g, "ๆ ");
}

/** What an action's data says, in both languages. The data must be valid by the type's schema. */
export function readAction({ title, sentence, fields }: ActionType, data: ActionData): Reading {
  const both = (write: (locale: Locale) => string): Text => ({ th: write("th"), en: write("en") });
  const details = Object.entries(fields).flatMap(([name, field]): Detail[] => {
    const value = data[name];
    if (value === undefined) return [];
    return [
      {
        name,
        label: field.label,
        value: both((locale) => field.write(value, locale)),
        inSentence: sentence.th.includes(`{${name}}`),
      },
    ];
  });
  return { title, sentence: both((locale) => fill(sentence[locale], fields, data, locale)), details };
}
