import type { Json } from "../../canonical-json.ts";
import { sdkError } from "../../errors/sdk.ts";
import { forms } from "./forms.ts";
import type { Form } from "./forms.ts";

/** The error LOG_FILE_MALFORMED. @param kind of file: `receipt`, `promise`, `bundle`, `consistency`, `trust` */
export const malformedFile = (kind: string, path: string, { en, th }: Form) =>
  sdkError("LOG_FILE_MALFORMED", { kind, path, wanted: en, wantedTh: th });

/** Members of a JSON object of a file, read one by one; each reader refuses what it does not expect, by its path. */
export class Members {
  readonly #kind: string;
  readonly #path: string;
  readonly #members: Readonly<Record<string, unknown>>;

  /**
   * @param kind of file, for errors: `receipt`, `consistency`, `trust`
   * @param names every member that the object may have
   * @throws ProngsaiError LOG_FILE_MALFORMED unless it is an object with no other members
   */
  constructor(kind: string, value: unknown, names: readonly string[], path = "$") {
    this.#kind = kind;
    this.#path = path;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw malformedFile(kind, path, forms.object);
    this.#members = value as Record<string, unknown>;
    const strange = Object.keys(value).find((name) => !names.includes(name));
    if (strange !== undefined) this.refuse(strange, forms.only(names));
  }

  refuse(name: string, wanted: Form): never {
    throw malformedFile(this.#kind, `${this.#path}.${name}`, wanted);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#members, name);
  }

  value(name: string): unknown {
    return this.has(name) ? this.#members[name] : undefined;
  }

  text(name: string): string {
    const value = this.value(name);
    return typeof value === "string" ? value : this.refuse(name, forms.text);
  }

  /** A whole number from 0 to 2^53 − 1. */
  count(name: string): number {
    const value = this.value(name);
    const fits = Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
    return fits ? (value as number) : this.refuse(name, forms.count);
  }

  /** `0x` and lower-case digits of so many bytes. */
  hex(name: string, bytes: number): string {
    const value = this.value(name);
    return isHex(value, bytes) ? value : this.refuse(name, forms.hex(bytes));
  }

  hexes(name: string, bytes: number, most: number): string[] {
    const value = this.list(name, most);
    return value.every((one) => isHex(one, bytes))
      ? (value as string[])
      : this.refuse(name, forms.hexes(bytes));
  }

  texts(name: string, most: number): string[] {
    const value = this.list(name, most);
    return value.every((one) => typeof one === "string")
      ? (value as string[])
      : this.refuse(name, forms.texts);
  }

  list(name: string, most: number): readonly unknown[] {
    const value = this.value(name);
    const fits = Array.isArray(value) && value.length <= most;
    return fits ? (value as unknown[]) : this.refuse(name, forms.list(most));
  }

  object(name: string): { readonly [member: string]: Json } {
    const value = this.value(name);
    const fits = typeof value === "object" && value !== null && !Array.isArray(value);
    return fits ? (value as { readonly [member: string]: Json }) : this.refuse(name, forms.object);
  }

  /** The members of an object within this one. */
  inner(name: string, names: readonly string[]): Members {
    return new Members(this.#kind, this.value(name), names, `${this.#path}.${name}`);
  }

  /** The members of each object of a list within this one. */
  inners(name: string, names: readonly string[], most: number): Members[] {
    return this.list(name, most).map(
      (one, at) => new Members(this.#kind, one, names, `${this.#path}.${name}[${at}]`),
    );
  }
}

function isHex(value: unknown, bytes: number): value is string {
  return typeof value === "string" && value.length === 2 + bytes * 2 && /^0x[0-9a-f]*$/.test(value);
}
