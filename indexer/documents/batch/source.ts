import { bytesOf, cidText } from "../work.ts";
import type { Work } from "../work.ts";

/** A description is a page of JSON; what is larger is none. */
const LARGEST_SOURCE = 1_000_000;

/** The description of a batch's source as JSON text; what is no JSON object is kept as `{}`. */
export async function sourceOf(work: Work, cid: Buffer): Promise<string> {
  const bytes = await bytesOf(work, cidText(cid), LARGEST_SOURCE);
  if (!bytes) return "{}";
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? JSON.stringify(value).replaceAll("\\u0000", "\\ufffd") : "{}";
  } catch {
    return "{}";
  }
}
