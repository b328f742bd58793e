import type { Json } from "../../../sdk/canonical-json.ts";

/** Members of a record that pages show; what a stranger brings may have others, or other kinds of values. */
export type ShownRecord = { readonly [member: string]: Json };

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;

const objectOf = (value: Json | undefined): ShownRecord | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as ShownRecord) : undefined;

/** What the pages say of a record, with whatever of it can be read. */
export function readRecord(record: ShownRecord) {
  const actor = objectOf(record["actor"]);
  const ts = textOf(record["ts"]);
  return {
    service: textOf(record["service"]) ?? "",
    type: textOf(record["type"]) ?? "",
    at: ts !== undefined && !Number.isNaN(Date.parse(ts)) ? ts : undefined,
    role: textOf(actor?.["role"]),
    pseudonym: textOf(actor?.["pseudonym"]),
    data: objectOf(record["data"]) ?? {},
  };
}
