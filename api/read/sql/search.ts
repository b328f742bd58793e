import { apiError } from "../../errors/api-error.ts";
import { toArabicDigits, toThaiDigits } from "../../../sdk/thai-digits.ts";
import { join, raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

const LONGEST = 200;
const MOST_TERMS = 8;

/**
 * Words to look for: parted by spaces, without characters that nobody sees. A Thai phrase
 * without spaces is one term and found as it stands.
 * @throws ProngsaiError QUERY_TOO_LONG
 */
export function searchTerms(query: string | null | undefined): string[] {
  if (!query) return [];
  if (query.length > LONGEST) throw apiError("QUERY_TOO_LONG", { most: LONGEST });
  const clean = query
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .trim();
  return clean === "" ? [] : clean.split(/\s+/).slice(0, MOST_TERMS);
}

/** `expression` contains the term, in any case and with either kind of digits; a trigram index serves it. */
export function contains(expression: string, term: string): Sql {
  const spellings = new Set([term, toArabicDigits(term), toThaiDigits(term)]);
  const found = [...spellings].map(
    (spelling) => sql`${raw(expression)} ILIKE ${`%${spelling.replace(/[\\%_]/g, "\\$&")}%`}`,
  );
  return sql`(${join(found, " OR ")})`;
}
