import { raw, sql } from "../../read/sql/sql.ts";
import type { Sql } from "../../read/sql/sql.ts";

/** A list of things that have a page each. */
export interface Source {
  readonly name: string;
  /** How many there are, as `n`. */
  readonly count: Sql;
  /** The key of the thing that comes after so many, as `key`. */
  readonly after: (things: number) => Sql;
  /** The next things from this key on, in order, as `key` and `name`. */
  readonly from: (key: string, limit: number) => Sql;
  readonly path: (name: string) => string;
}

interface Listed {
  readonly table: string;
  /** Orders the things and tells them apart. */
  readonly key: string;
  /** The key's type in SQL. */
  readonly type: string;
  /** What the address names, where it is not the key. */
  readonly shown?: string;
  /** What has a page, where not everything has. */
  readonly where?: string;
}

function source(
  name: string,
  { table, key, type, shown = key, where = "true" }: Listed,
  path: (name: string) => string,
): Source {
  const [from, column, those] = [raw(table), raw(key), raw(where)];
  return {
    name,
    count: sql`SELECT count(*)::text AS n FROM ${from} WHERE ${those}`,
    after: (things) =>
      sql`SELECT ${column}::text AS key FROM ${from} WHERE ${those} ORDER BY ${column} OFFSET ${things} LIMIT 1`,
    from: (first, limit) =>
      sql`SELECT ${column}::text AS key, (${raw(shown)})::text AS name FROM ${from} WHERE ${those} AND ${column} >= ${first}::${raw(type)}
        ORDER BY ${column} LIMIT ${limit}`,
    path,
  };
}

/** Everything of the index that has a page which people look for. */
export const sources: readonly Source[] = [
  source("projects", { table: "project", key: "code", type: "text" }, (code) => `/p/${code}`),
  source("agencies", { table: "agency", key: "code", type: "int" }, (code) => `/agency/${code}`),
  source("services", { table: "service", key: "name", type: "text" }, (name) => `/services/${name}`),
  source("imports", { table: "import_batch", key: "batch_id", type: "bigint" }, (id) => `/imports/${id}`),
  source(
    "reported",
    {
      table: "reported_project",
      key: "reported_id",
      type: "bigint",
      shown: "scheme || ':' || value",
      where: "current",
    },
    (name) => `/reported/${encodeURIComponent(name).replace("%3A", ":")}`,
  ),
];
