import type { Json } from "../../../canonical-json.ts";
import type { Data, Fields, Schema } from "./field.ts";
import { text } from "./text.ts";
import type { Pair, Text } from "./text.ts";

/** Data that the schema must refuse, and why. */
export interface Refused {
  readonly reason: Text;
  /** keyword of JSON Schema that is not met */
  readonly keyword: string;
  readonly data: { readonly [member: string]: Json };
}

/** A type of action of a service: its schema, its words, its examples. */
export interface ActionType<F extends Fields = Fields> {
  readonly type: string;
  /** from 1; rises whenever the schema changes, its labels included, since its CID then changes too */
  readonly version: number;
  readonly title: Text;
  readonly fields: F;
  /** JSON Schema 2020-12 of `data`. `title` is the Thai label and `description` the English one: standard keywords only. */
  readonly schema: Schema;
  /**
   * What happened, in one sentence. `{name}` stands for the property of that name in words; a part in square brackets
   * is left out when a property that it names is absent.
   */
  readonly sentence: Text;
  readonly examples: readonly Data<F>[];
  readonly refused: readonly Refused[];
}

/** The data of actions of a type. */
export type DataOf<A> = A extends ActionType<infer F> ? Data<F> : never;

/** What the first example is changed to; undefined takes a property away. */
type Change = Readonly<Record<string, Json | undefined>>;

export interface Definition<F extends Fields> {
  readonly version?: number;
  readonly title: Pair;
  readonly sentence: Pair;
  readonly fields: F;
  readonly examples: readonly [Data<F>, Data<F>, ...Data<F>[]];
  readonly refused: readonly (readonly [keyword: string, change: Change, th: string, en: string])[];
}

function schemaOf(title: Text, fields: Fields): Schema {
  const entries = Object.entries(fields);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: title.th,
    description: title.en,
    type: "object",
    additionalProperties: false,
    required: entries.filter(([, field]) => !field.optional).map(([name]) => name),
    properties: Object.fromEntries(
      entries.map(([name, { label, schema }]) => [
        name,
        { title: label.th, description: label.en, ...schema },
      ]),
    ),
  };
}

function changed(data: object, change: Change): Refused["data"] {
  const entries = Object.entries<Json | undefined>({ ...data, ...change });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Refused["data"];
}

/** An action type from its definition. */
export function action<const F extends Fields>(type: string, definition: Definition<F>): ActionType<F> {
  const { version = 1, fields, examples, refused } = definition;
  const title = text(definition.title);
  return {
    type,
    version,
    title,
    fields,
    schema: schemaOf(title, fields),
    sentence: text(definition.sentence),
    examples,
    refused: refused.map(([keyword, change, th, en]) => ({
      keyword,
      reason: { th, en },
      data: changed(examples[0], change),
    })),
  };
}
