import type { Json } from "../../canonical-json.ts";
import { sdkError } from "../../errors/sdk.ts";

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
      throw sdkError("LOG_FILE_MALFORMED", { kind, path, wanted: "an object" });
    this.#members = value as Record<string, unknown>;
    const strange = Object.keys(value).find((name) => !names.includes(name));
    if (strange !== undefined) this.refuse(strange, `no member but ${names.join(", ")}`);
  }

  refuse(name: string, wanted: string): never {
    throw sdkError("LOG_FILE_MALFORMED", { kind: this.#kind, path: `${this.#path}.${name}`, wanted });
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#members, name);
  }

  value(name: string): unknown {
    return this.has(name) ? this.#members[name] : undefined;
  }

  text(name: string): string {
    const value = this.value(name);
    return typeof value === "string" ? value : this.refuse(name, "a text");
  }

  /** A whole number from 0 to 2^53 − 1. */
  count(name: string): number {
    const value = this.value(name);
    const fits = Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
    return fits ? (value as number) : this.refuse(name, "a whole number from 0");
  }

  /** `0x` and lower-case digits of so many bytes. */
  hex(name: string, bytes: number): string {
    const value = this.value(name);
    return isHex(value, bytes)
      ? value
      : this.refuse(name, `0x and ${bytes * 2} lower-case hexadecimal digits`);
  }

  hexes(name: string, bytes: number, most: number): string[] {
    const value = this.list(name, most);
    return value.every((one) => isHex(one, bytes))
      ? (value as string[])
      : this.refuse(name, `a list of 0x and ${bytes * 2} lower-case hexadecimal digits`);
  }

  texts(name: string, most: number): string[] {
    const value = this.list(name, most);
    return value.every((one) => typeof one === "string") ? (value as string[]) : this.refuse(name, "texts");
  }

  list(name: string, most: number): readonly unknown[] {
    const value = this.value(name);
    const fits = Array.isArray(value) && value.length <= most;
    return fits ? (value as unknown[]) : this.refuse(name, `a list of at most ${most}`);
  }

  object(name: string): { readonly [member: string]: Json } {
    const value = this.value(name);
    const fits = typeof value === "object" && value !== null && !Array.isArray(value);
    return fits ? (value as { readonly [member: string]: Json }) : this.refuse(name, "an object");
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
