import type { Locale } from "../../../errors.ts";
import type { Field } from "./field.ts";
import { text, texts } from "./text.ts";
import type { Pair, Text } from "./text.ts";

const known = (values: Readonly<Record<string, Text>>, value: string, locale: Locale) =>
  values[value]?.[locale] ?? value;

/** One value of a closed list. */
export function enumOf<K extends string>(
  label: Pair,
  pairs: Readonly<Record<K, Pair>>,
): Field<K> & { readonly values: Readonly<Record<K, Text>> } {
  const values = texts(pairs);
  return {
    label: text(label),
    schema: { type: "string", enum: Object.keys(values) },
    values,
    write: (value, locale) => known(values, value, locale),
  };
}

/** `ก ข และค`, `a, b and c`. */
function joined(words: readonly string[], locale: Locale): string {
  const [last = "", ...others] = [...words].reverse();
  if (others.length === 0) return last;
  const before = others.reverse().join(locale === "th" ? " " : ", ");
  return locale === "th" ? `${before} และ${last}` : `${before} and ${last}`;
}

/** One or more values of a closed list, none twice. */
export function listOf<K extends string>(label: Pair, pairs: Readonly<Record<K, Pair>>): Field<readonly K[]> {
  const values = texts(pairs);
  const names = Object.keys(values);
  return {
    label: text(label),
    schema: {
      type: "array",
      items: { type: "string", enum: names },
      minItems: 1,
      maxItems: names.length,
      uniqueItems: true,
    },
    values,
    write: (chosen, locale) =>
      joined(
        chosen.map((value) => known(values, value, locale)),
        locale,
      ),
  };
}

/** Yes or no, each said in words that fit a sentence. */
export function flag(label: Pair, yes: Pair, no: Pair): Field<boolean> {
  const values = texts({ true: yes, false: no });
  return {
    label: text(label),
    schema: { type: "boolean" },
    values,
    write: (value, locale) => values[value ? "true" : "false"][locale],
  };
}
