import type { Heads } from "../heads.ts";
import type { Database } from "../sql/database.ts";
import { raw, sql } from "../sql/sql.ts";

/** Distinct names in reported data, read once for each state of the imports. */
export class ReportedFacets {
  readonly #heads: Heads;
  readonly #database: Database;
  #version = "";
  #agencies: Promise<readonly string[]> = Promise.resolve([]);

  /** @param database not bound to any one request, because what it reads is shared */
  constructor(heads: Heads, database: Database) {
    this.#heads = heads;
    this.#database = database;
  }

  /** Names of agencies that contain every term, at most `limit`. */
  async agenciesWith(terms: readonly string[], limit = 500): Promise<string[]> {
    const wanted = terms.map((term) => term.toLowerCase());
    const found: string[] = [];
    for (const name of await this.#all()) {
      const lower = name.toLowerCase();
      if (wanted.every((term) => lower.includes(term)) && found.push(name) === limit) break;
    }
    return found;
  }

  #all(): Promise<readonly string[]> {
    const version = this.#heads.current.imports;
    if (version !== this.#version) {
      this.#version = version;
      this.#agencies = distinct(this.#database, "agency");
      this.#agencies.catch(() => (this.#version = ""));
    }
    return this.#agencies;
  }
}

/** Jumps from one value to the next in the index instead of reading every row. */
async function distinct(database: Database, column: string): Promise<string[]> {
  const rows = await database.slowly<{ value: string }>(
    sql`${raw(`WITH RECURSIVE v AS (
      SELECT min(${column}) AS value FROM reported_project
      UNION ALL
      SELECT (SELECT min(r.${column}) FROM reported_project r WHERE r.${column} > v.value) FROM v WHERE v.value IS NOT NULL
    ) SELECT value FROM v WHERE value IS NOT NULL`)}`,
    60_000,
  );
  return rows.map(({ value }) => value);
}
