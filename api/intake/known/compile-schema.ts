import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { openPlace } from "./closed-schema.ts";
import { isSafePattern } from "../../../sdk/log/schema/pattern/read.ts";

/** A check of one schema: undefined when `data` obey it. */
export type DataCheck = (data: unknown) => DataFault | undefined;

/** The first thing that is not as the schema wants it; no value of the data is in it but names of members. */
export interface DataFault {
  /** members and places that lead to it */
  readonly steps: readonly (string | number)[];
  /** keyword of JSON Schema that is not met */
  readonly keyword: string;
}

/** A schema that cannot be used, and why, in words for its author. */
export class SchemaUnusable extends Error {}

/** Formats that schemas may name: each has a check that takes time in proportion to the text. */
const FORMATS = ["date", "time", "date-time", "uuid"] as const;

/** Largest schema document, in bytes. */
export const MAX_SCHEMA_BYTES = 65_536;

function safeRegExp(pattern: string, flags: string): RegExp {
  if (!isSafePattern(pattern)) throw new SchemaUnusable(`pattern ${JSON.stringify(pattern.slice(0, 80))}`);
  return new RegExp(pattern, flags);
}
// Where ajv writes standalone code; nothing here does.
safeRegExp.code = "new RegExp";

/** Parts of a JSON pointer (RFC 6901); an item's place is a number. */
function stepsOf(pointer: string): (string | number)[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : part));
}

/** The member that is missing or too much, where the error's own path ends at the object that has it. */
function memberOf(params: Record<string, unknown>): string[] {
  const name = params["missingProperty"] ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
  return typeof name === "string" ? [name] : [];
}

function requireClosed(schema: unknown): asserts schema is object {
  if (typeof schema !== "object" || schema === null || (schema as { type?: unknown }).type !== "object")
    throw new SchemaUnusable("it must be of type object with additionalProperties false");
  const open = openPlace(schema);
  if (open !== undefined)
    throw new SchemaUnusable(
      `it lets in what it does not describe at ${open.slice(0, 100)}: objects need additionalProperties false, arrays need items, values need a type`,
    );
}

/**
 * The check of a JSON Schema 2020-12, compiled once. Patterns must be such that `isSafePattern` takes them, formats of the
 * short list, other documents are not followed; objects are closed at every depth.
 *
 * @throws SchemaUnusable
 */
export function compileSchema(text: string): DataCheck {
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch {
    throw new SchemaUnusable("it is no JSON");
  }
  requireClosed(schema);
  const ajv = new Ajv2020({
    strict: true,
    code: { regExp: safeRegExp },
    addUsedSchema: false,
    logger: false,
  });
  addFormats.default(ajv, [...FORMATS]);
  let validate: ReturnType<typeof ajv.compile>;
  try {
    validate = ajv.compile(schema);
  } catch (error) {
    throw new SchemaUnusable((error as Error).message.slice(0, 200));
  }
  if ("$async" in schema) throw new SchemaUnusable("it is asynchronous");
  return (data) => {
    if (validate(data)) return undefined;
    const { instancePath, keyword, params } = validate.errors![0]!;
    return { steps: [...stepsOf(instancePath), ...memberOf(params)], keyword };
  };
}
