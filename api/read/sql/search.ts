import { apiError } from "../../errors/api-error.ts";
import { searchTerms as termsOf, spellings } from "../../../sdk/search-terms.ts";
import { join, raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

const LONGEST = 200;

/**
 * Words to look for, see `sdk/search-terms.ts`.
 * @throws ProngsaiError QUERY_TOO_LONG
 */
export function searchTerms(query: string | null | undefined): string[] {
  if (!query) return [];
  if (query.length > LONGEST) throw apiError("QUERY_TOO_LONG", { most: LONGEST });
  return termsOf(query);
}

/** `expression` contains the term, in any case and with either kind of digits; a trigram index serves it. */
export function contains(expression: string, term: string): Sql {
  const found = spellings(term).map(
    (spelling) => sql`${raw(expression)} ILIKE ${`%${spelling.replace(/[\\%_]/g, "\\$&")}%`}`,
  );
  return sql`(${join(found, " OR ")})`;
}
