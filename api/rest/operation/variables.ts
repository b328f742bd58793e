import { isEnumType } from "graphql";
import { toArabicDigits } from "../../../sdk/thai-digits.ts";
import { restError } from "../problems/rest-error.ts";
import type { Operation, Parameter } from "./operation.ts";
import { wantedOf } from "./wanted.ts";

const LONGEST = 200;
const MOST_VALUES = 100;
/** Understood at every address beside its own parameters. */
export const COMMON = ["lang"] as const;

function malformed(parameter: Parameter, value: string): Error {
  const shown = value.toWellFormed().slice(0, 80);
  return restError("PARAMETER_MALFORMED", {
    name: parameter.name,
    value: shown,
    wanted: wantedOf(parameter),
  });
}

function read(parameter: Parameter, text: string): unknown {
  const { type } = parameter;
  const fail = () => malformed(parameter, text);
  if (isEnumType(type)) {
    const value = text.toUpperCase();
    if (!type.getValue(value)) throw fail();
    return value;
  }
  switch (type.name) {
    case "Int": {
      const digits = toArabicDigits(text.trim());
      if (!/^-?\d{1,10}$/.test(digits) || Math.abs(Number(digits)) >= 2 ** 31) throw fail();
      return Number(digits);
    }
    case "Boolean":
      if (text !== "true" && text !== "false") throw fail();
      return text === "true";
    case "String":
    case "ID":
      if (parameter.name === "after") {
        if (!/^[\w:-]{1,6000}$/.test(text)) throw fail();
      } else if (text.length > LONGEST || /[\p{Cc}\uFFFD]/u.test(text) || !text.isWellFormed()) throw fail();
      return text;
    default:
      try {
        type.parseValue(text);
      } catch {
        throw fail();
      }
      return text;
  }
}

/** Lists are given by repeating the parameter; those without free text also with commas. */
function parts(parameter: Parameter, values: readonly string[]): string[] {
  const given = values.filter((value) => value !== "");
  if (!parameter.list || parameter.type.name === "String") return given;
  return given.flatMap((value) => value.split(",").map((part) => part.trim()));
}

function value(parameter: Parameter, values: readonly string[]): unknown {
  const given = parts(parameter, values);
  if (given.length === 0) return undefined;
  if (!parameter.list) {
    if (given.length > 1) throw restError("PARAMETER_REPEATED", { name: parameter.name });
    return read(parameter, given[0]!);
  }
  if (given.length > MOST_VALUES) {
    throw restError("PARAMETER_TOO_MANY", { name: parameter.name, limit: MOST_VALUES, value: given.length });
  }
  return given.map((one) => read(parameter, one));
}

export type Variables = Readonly<Record<string, unknown>>;

/**
 * The operation's variables from path and query; an empty value counts as absent.
 * @throws ProngsaiError PARAMETER_…, URL_MALFORMED
 */
export function readVariables(
  operation: Pick<Operation, "parameters">,
  path: Readonly<Record<string, string>>,
  query: URLSearchParams,
): Variables {
  const { parameters } = operation;
  const known = parameters.filter((one) => one.in === "query").map(({ name }) => name);
  for (const name of query.keys()) {
    if (known.includes(name) || (COMMON as readonly string[]).includes(name)) continue;
    throw restError("PARAMETER_UNKNOWN", {
      name: name.toWellFormed().slice(0, 80),
      known: [...known, ...COMMON].join(", "),
    });
  }
  const found = parameters.map((parameter) => {
    const values = parameter.in === "path" ? [path[parameter.name] ?? ""] : query.getAll(parameter.name);
    const read = value(parameter, values);
    if (read === undefined && parameter.required) throw malformed(parameter, "");
    return [parameter.name, read] as const;
  });
  return Object.fromEntries(found.filter(([, one]) => one !== undefined));
}

/** @throws ProngsaiError URL_MALFORMED when a %-code is broken */
export function queryOf(url: string): URLSearchParams {
  const at = url.indexOf("?");
  const text = at < 0 ? "" : url.slice(at + 1);
  try {
    decodeURIComponent(text.replaceAll("+", " "));
  } catch (error) {
    throw restError("URL_MALFORMED", {}, error);
  }
  return new URLSearchParams(text);
}
