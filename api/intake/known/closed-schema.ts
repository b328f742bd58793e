type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const named = (value: unknown): [string, unknown][] => (isSchema(value) ? Object.entries(value) : []);
const step = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** Keywords with which a schema says more about the same value. */
const IN_PLACE = ["allOf", "anyOf", "oneOf"] as const;
const CONDITIONAL = ["if", "then", "else"] as const;
/** Keywords that name members by something else than their names, or follow what cannot be looked at here. */
const OPEN = ["patternProperties", "$dynamicRef"] as const;

/** Looks at schemas at most: parts that refer to each other may otherwise be looked at 2ⁿ times. */
const MOST = 20_000;

/**
 * Finds what a JSON Schema 2020-12 leaves open: objects with members that it does not name, arrays with items, or members
 * with values of which it says nothing. Whatever is left open is room that nobody has looked at.
 */
class Openings {
  readonly #root: Schema;
  /** schemas that are being looked at: what refers to itself is closed if the rest of it is */
  readonly #seen = new Set<unknown>();
  #looks = 0;

  constructor(root: Schema) {
    this.#root = root;
  }

  /** Where values that the schema takes may hold what it does not describe; a JSON pointer, undefined when nowhere. */
  of(schema: unknown, at: string): string | undefined {
    if (schema === false) return undefined;
    if (!isSchema(schema) || ++this.#looks > MOST) return at;
    if (this.#seen.has(schema)) return undefined;
    this.#seen.add(schema);
    const found = this.#inside(schema, at);
    this.#seen.delete(schema);
    return found;
  }

  #inside(schema: Schema, at: string): string | undefined {
    for (const keyword of OPEN) if (keyword in schema) return `${at}/${keyword}`;
    if ("const" in schema || "enum" in schema) return undefined;
    const types = typeof schema["type"] === "string" ? [schema["type"]] : listed(schema["type"]);
    if (types.length === 0) return this.#untyped(schema, at);
    const object = types.includes("object") ? this.#object(schema, at) : undefined;
    return object ?? (types.includes("array") ? this.#array(schema, at) : undefined);
  }

  /** A schema that leaves the type to others: one that all values obey must be closed, or each alternative. */
  #untyped(schema: Schema, at: string): string | undefined {
    const { $ref } = schema;
    if (typeof $ref === "string") return this.of(this.#target($ref), `${at}/$ref`);
    if (listed(schema["allOf"]).some((one) => this.of(one, at) === undefined)) return undefined;
    for (const keyword of ["anyOf", "oneOf"]) {
      const branches = listed(schema[keyword]);
      if (branches.length === 0) continue;
      return this.#first(branches.map((one, place) => [one, `${at}/${keyword}/${place}`]));
    }
    return at;
  }

  #object(schema: Schema, at: string): string | undefined {
    if (schema["additionalProperties"] === false) return this.#members(schema, at);
    // What any part that applies to the same object evaluates is let in, too.
    if (schema["unevaluatedProperties"] === false) return this.#evaluated(schema, at);
    return at;
  }

  #members(schema: Schema, at: string): string | undefined {
    return this.#first(
      named(schema["properties"]).map(([name, one]) => [one, `${at}/properties/${step(name)}`]),
    );
  }

  #evaluated(schema: Schema, at: string): string | undefined {
    if ("additionalProperties" in schema && schema["additionalProperties"] !== false)
      return `${at}/additionalProperties`;
    for (const keyword of OPEN) if (keyword in schema) return `${at}/${keyword}`;
    const parts: [unknown, string][] = [
      ...IN_PLACE.flatMap((keyword) =>
        listed(schema[keyword]).map((one, place): [unknown, string] => [one, `${at}/${keyword}/${place}`]),
      ),
      ...CONDITIONAL.map((keyword): [unknown, string] => [schema[keyword], `${at}/${keyword}`]),
      ...named(schema["dependentSchemas"]).map(([name, one]): [unknown, string] => [
        one,
        `${at}/dependentSchemas/${step(name)}`,
      ]),
      [typeof schema["$ref"] === "string" ? this.#target(schema["$ref"]) : undefined, `${at}/$ref`],
    ];
    let found = this.#members(schema, at);
    for (const [part, place] of parts)
      if (!found && isSchema(part) && !this.#seen.has(part)) {
        this.#seen.add(part);
        found = this.#evaluated(part, place);
        this.#seen.delete(part);
      }
    return found;
  }

  #array(schema: Schema, at: string): string | undefined {
    if (schema["maxItems"] === 0) return undefined;
    const first = listed(schema["prefixItems"]).map((one, place): [unknown, string] => [
      one,
      `${at}/prefixItems/${place}`,
    ]);
    return this.#first([...first, [schema["items"], `${at}/items`]]);
  }

  #first(schemas: readonly (readonly [unknown, string])[]): string | undefined {
    for (const [schema, at] of schemas) {
      const found = this.of(schema, at);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What a reference within the document leads to; undefined for any other. */
  #target(reference: string): unknown {
    if (reference === "#") return this.#root;
    if (!reference.startsWith("#/")) return undefined;
    let target: unknown = this.#root;
    for (const part of reference.slice(2).split("/")) {
      const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
      target = Array.isArray(target)
        ? target[Number(name)]
        : isSchema(target) && Object.hasOwn(target, name)
          ? target[name]
          : undefined;
    }
    return target;
  }
}

/**
 * The first place of a JSON Schema 2020-12 that lets in what it does not describe, as a JSON pointer (RFC 6901) from `#`;
 * undefined when it is closed all through. An object must name its members (`additionalProperties` or
 * `unevaluatedProperties` false), an array must say what its items are, and every value must have a type, a list or a
 * constant.
 */
export const openPlace = (schema: object): string | undefined =>
  new Openings(schema as Schema).of(schema, "#");
