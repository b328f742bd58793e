import { apiError } from "../../errors/api-error.ts";
import { toArabicDigits } from "../../../sdk/thai-digits.ts";
import { raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

const LONGEST = 200;
const MOST_TERMS = 8;

/**
 * Words to look for: parted by spaces, Thai digits as Arabic ones, without characters that nobody sees. A Thai phrase
 * without spaces is one term and found as it stands.
 * @throws ProngsaiError QUERY_TOO_LONG
 */
export function searchTerms(query: string | null | undefined): string[] {
  if (!query) return [];
  if (query.length > LONGEST) throw apiError("QUERY_TOO_LONG", { most: LONGEST });
  const clean = toArabicDigits(query.toWellFormed().normalize("NFC"))
    .replace(/[\u0000-\u001f\u200b-\u200f\ufeff]/g, " ")
    .trim();
  return clean === "" ? [] : clean.split(/\s+/).slice(0, MOST_TERMS);
}

/** `expression` contains the term, in any case; a trigram index serves it. */
export function contains(expression: string, term: string): Sql {
  const pattern = `%${term.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`${raw(expression)} ILIKE ${pattern}`;
}
