import { getNamedType, isEnumType, isListType, isNonNullType, isObjectType } from "graphql";
import type { GraphQLObjectType, GraphQLOutputType, SelectionSetNode } from "graphql";
import { selectedFields } from "../operation/operation.ts";
import type { Operation, Parameter } from "../operation/operation.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

const INTEGER = { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

/** Scalars as they stand in JSON; the same in parameters and answers. */
const scalars: Readonly<Record<string, JsonSchema>> = {
  Int: INTEGER,
  Boolean: { type: "boolean" },
  String: { type: "string" },
  ID: { type: "string" },
  Satang: {
    type: "string",
    pattern: "^-?[0-9]+$",
    description: "Money in satang (1/100 baht): 148000 is 1,480.00 baht.",
  },
  Bytes32: { type: "string", pattern: "^0x[0-9a-fA-F]{64}$" },
  Address: { type: "string", pattern: "^0x[0-9a-fA-F]{40}$" },
  Hex: { type: "string", pattern: "^0x([0-9a-fA-F]{2})*$" },
  Index: { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  CID: { type: "string" },
  DateTime: { type: "string", format: "date-time" },
  Date: { type: "string", format: "date" },
};

/** Gathers what may be named in `components/schemas`: one for each fragment. */
export class Schemas {
  readonly found: Record<string, JsonSchema> = {};

  /** The schema of a GraphQL value as the operation selects it. */
  of(
    type: GraphQLOutputType,
    selection: SelectionSetNode | null,
    fragments: Operation["fragments"],
  ): JsonSchema {
    if (isNonNullType(type)) return this.#present(type.ofType, selection, fragments);
    return { anyOf: [this.#present(type, selection, fragments), { type: "null" }] };
  }

  #present(
    type: GraphQLOutputType,
    selection: SelectionSetNode | null,
    fragments: Operation["fragments"],
  ): JsonSchema {
    if (isListType(type)) {
      return { type: "array", items: this.of(type.ofType as GraphQLOutputType, selection, fragments) };
    }
    const named = getNamedType(type);
    if (isEnumType(named)) return { type: "string", enum: named.getValues().map(({ name }) => name) };
    if (!isObjectType(named)) return scalars[named.name]!;
    const [only] = selection!.selections;
    if (only !== undefined && selection!.selections.length === 1 && only.kind === "FragmentSpread") {
      const { value: name } = only.name;
      if (!(name in this.found)) {
        this.found[name] = {};
        this.found[name] = this.#object(named, fragments.get(name)!.selectionSet, fragments);
      }
      return { $ref: `#/components/schemas/${name}` };
    }
    return this.#object(named, selection!, fragments);
  }

  #object(
    type: GraphQLObjectType,
    selection: SelectionSetNode,
    fragments: Operation["fragments"],
  ): JsonSchema {
    const fields = selectedFields(type, selection, fragments);
    return {
      type: "object",
      ...(type.description && { description: type.description }),
      required: fields.filter(({ conditional }) => !conditional).map(({ name }) => name),
      properties: Object.fromEntries(
        fields.map((field) => {
          const schema = this.of(field.type, field.selection, fragments);
          const { description } = type.getFields()[field.name] ?? {};
          // Beside a reference a description may stand since JSON Schema 2020-12.
          return [field.name, description ? { ...schema, description } : schema];
        }),
      ),
      additionalProperties: false,
    };
  }
}

/** The schema of a parameter's value. */
export function parameterSchema(parameter: Parameter): JsonSchema {
  const { type, list, name } = parameter;
  const one: JsonSchema = isEnumType(type)
    ? { type: "string", enum: type.getValues().map(({ name }) => name) }
    : name === "limit"
      ? { type: "integer", minimum: 1, maximum: 1000 }
      : name === "asOfBlock"
        ? { type: "integer", minimum: 0, maximum: 2 ** 31 - 1 }
        : type.name === "String" || type.name === "ID"
          ? { type: "string", maxLength: name === "after" ? 6_000 : 200 }
          : scalars[type.name]!;
  const value = parameter.default;
  return list
    ? { type: "array", items: one, maxItems: 100 }
    : value === undefined
      ? one
      : { ...one, default: value };
}
