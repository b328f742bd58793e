import pg from "pg";
import type { Sql } from "./sql.ts";

function literal(value: unknown): string {
  if (value === null) return "NULL";
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return pg.escapeLiteral(value);
  if (Array.isArray(value)) return pg.escapeLiteral(arrayText(value));
  throw new TypeError("this value has no SQL literal");
}

/** Source: PostgreSQL, "Array Value Input". */
function arrayText(values: readonly unknown[]): string {
  return `{${values.map((value) => `"${String(value).replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;
}

/** The statement with its values written into it: COPY takes no parameters. */
export function inlined(query: Sql): string {
  const { text, values } = query.compile();
  return text.replace(/\$(\d+)/g, (_, place: string) => literal(values[Number(place) - 1]));
}
