import { join, raw, Sql } from "./sql.ts";

/** What a field of a row is read from: SQL of its columns, and how its value is made of them. */
export type Field<Columns, Value> = readonly [columns: string | Sql, read: (row: Columns) => Value];

export type Fields<Columns, Row> = { readonly [Name in keyof Row]: Field<Columns, Row[Name]> };

/** Names of the fields that somebody asks for; null for all. Fields that a row always has need not be named. */
export type Asked = ReadonlySet<string> | null;

export interface Part<Columns, Row> {
  /** what to select */
  readonly columns: Sql;
  /** adds the fields from what was selected; those that nobody asked for are absent */
  addTo<Always extends object>(made: Always, row: Columns): Always & Row;
}

/**
 * The part of a row that is asked for: the database looks up, and this process reads, nothing else.
 *
 * @param always columns that are selected whatever is asked for
 */
export function partOf<Columns, Row>(
  always: string,
  fields: Fields<Columns, Row>,
  asked: Asked,
): Part<Columns, Row> {
  const all = Object.entries<Field<Columns, unknown>>(fields);
  const chosen = asked ? all.filter(([name]) => asked.has(name)) : all;
  return {
    columns: join(
      [always, ...chosen.map(([, [columns]]) => columns)].map((columns) =>
        columns instanceof Sql ? columns : raw(columns),
      ),
      ", ",
    ),
    addTo: (made, row) => {
      const fields = made as Record<string, unknown>;
      for (const [name, [, read]] of chosen) fields[name] = read(row);
      return fields as typeof made & Row;
    },
  };
}

/** What is asked for, and one field more. */
export const askedAlso = (asked: Asked, name: string | undefined): Asked =>
  asked === null || name === undefined || asked.has(name) ? asked : new Set([...asked, name]);
