import type { Json } from "../../../canonical-json.ts";
import type { Locale } from "../../../errors.ts";
import type { Text } from "./text.ts";

/** A JSON Schema, or a part of one. */
export interface Schema {
  readonly [keyword: string]: Json;
}

/** One property of an action's data: what it may hold, what it is called, how it is written for a reader. */
export interface Field<T extends Json = Json> {
  readonly label: Text;
  /** keywords of JSON Schema 2020-12; title and description are added from the label */
  readonly schema: Schema;
  /** words for each value that a closed list allows; absent where the values are not a list */
  readonly values?: Readonly<Record<string, Text>>;
  readonly optional?: boolean;
  write(value: T, locale: Locale): string;
}

export type Fields = Readonly<Record<string, Field>>;

type ValueOf<F> = F extends { write(value: infer T, locale: Locale): string } ? T : never;

type OptionalNames<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly optional: true } ? K : never;
}[keyof F];

/** What the data of an action with these fields looks like. */
export type Data<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[K]>;
} & { readonly [K in OptionalNames<F>]?: ValueOf<F[K]> };

/** The same property, which may be left out. */
export function optional<F extends Field>(field: F): F & { readonly optional: true } {
  return { ...field, optional: true };
}
