import { parseProjectCode } from "../../../sdk/project-code.ts";
import type { NativeFilter } from "../filters.ts";
import { raw, sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { isId } from "../sql/loaders.ts";

/** `column = ANY(values)`; nothing when the filter leaves it open, false for an empty list. */
export function anyOf(
  column: string,
  type: "int" | "bigint" | "text",
  values: readonly (string | number)[] | null | undefined,
): Sql | null {
  return values ? sql`${raw(`${column} = ANY(`)}${[...values]}${raw(`::${type}[])`)}` : null;
}

export function idIs(column: string, id: string | null | undefined): Sql | null {
  if (id === null || id === undefined) return null;
  return isId(id) ? sql`${raw(column)} = ${id}${raw("::bigint")}` : raw("false");
}

/** @throws ProngsaiError PROJECT_CODE_… */
export function projectIs(column: string, code: string | null | undefined): Sql | null {
  return code === null || code === undefined ? null : sql`${raw(column)} = ${parseProjectCode(code).code}`;
}

/** What most tables of the budget share: the project, its agency, and a state. */
export function shared(alias: string, filter: NativeFilter, year: string | null): (Sql | null)[] {
  return [
    projectIs(`${alias}.project`, filter.projectCode),
    anyOf(`${alias}.agency`, "int", filter.agency),
    year === null ? null : anyOf(year, "int", filter.fiscalYear),
  ];
}

/** The fiscal year in a project's code, where a table has no year of its own. */
export const yearInCode = (alias: string): string => `substr(${alias}.project, 4, 4)::int`;
