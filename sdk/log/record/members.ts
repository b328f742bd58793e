import { sdkError } from "../../errors/sdk.ts";
import { jsonPath } from "../json-path.ts";
import type { Step } from "../json-path.ts";
import { hasForm } from "./forms.ts";
import type { RecordForm } from "./forms.ts";
import { kindOf } from "./kind.ts";

/** An object whose members are still to be checked. */
export type Unchecked = Readonly<Record<string, unknown>>;

const where = (path: readonly Step[], name: Step) => jsonPath([...path, name]);

function wrongKind(path: string, value: unknown, expected: string): never {
  if (value === undefined) throw sdkError("LOG_RECORD_MEMBER_MISSING", { path });
  throw sdkError("LOG_RECORD_KIND", { path, found: kindOf(value), expected });
}

export function asObject(value: unknown, path: readonly Step[]): Unchecked {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Unchecked;
  return wrongKind(jsonPath(path), value, "object");
}

/** @throws ProngsaiError LOG_RECORD_MEMBER_UNKNOWN when the object has a member that is not among `known` */
export function onlyMembers(object: Unchecked, known: ReadonlySet<string>, path: readonly Step[]): void {
  for (const name of Object.keys(object))
    if (!known.has(name)) throw sdkError("LOG_RECORD_MEMBER_UNKNOWN", { path: where(path, name) });
}

/** @throws ProngsaiError LOG_RECORD_CHOICE when not exactly one of these members is there */
export function exactlyOne(object: Unchecked, names: readonly string[], path: readonly Step[]): void {
  if (names.filter((name) => name in object).length !== 1)
    throw sdkError("LOG_RECORD_CHOICE", { path: jsonPath(path), choices: names.join(", ") });
}

export function checkForm(object: Unchecked, name: string, form: RecordForm, path: readonly Step[]): void {
  const value = object[name];
  if (typeof value !== "string") return wrongKind(where(path, name), value, "string");
  if (!hasForm(form, value)) throw sdkError("LOG_RECORD_FORM", { path: where(path, name), form });
}

export function checkInteger(
  object: Unchecked,
  name: string,
  [least, most]: readonly [number, number],
  path: readonly Step[],
): void {
  const value = object[name];
  if (typeof value !== "number") return wrongKind(where(path, name), value, "number");
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw sdkError("LOG_RECORD_RANGE", { path: where(path, name), least, most });
}

export function checkConstant(
  object: Unchecked,
  name: string,
  wanted: string | number,
  path: readonly Step[],
): void {
  const value = object[name];
  if (typeof value !== typeof wanted) return wrongKind(where(path, name), value, typeof wanted);
  if (value !== wanted) throw sdkError("LOG_RECORD_CONSTANT", { path: where(path, name), wanted });
}

export function checkLength(object: Unchecked, name: string, most: number, path: readonly Step[]): void {
  const value = object[name];
  if (typeof value !== "string") return wrongKind(where(path, name), value, "string");
  if (value.length < 1 || value.length > most)
    throw sdkError("LOG_RECORD_LENGTH", { path: where(path, name), least: 1, most, count: value.length });
}
