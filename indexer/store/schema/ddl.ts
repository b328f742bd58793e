import { sqlTypes } from "./columns.ts";
import type { Column } from "./columns.ts";
import { allColumns, historyName } from "./table.ts";
import type { Index, Table } from "./table.ts";

const quote = (name: string) => `"${name}"`;
const list = (names: readonly string[]) => names.map(quote).join(", ");

function columnLines(t: Table): string[] {
  return allColumns(t).map(
    ([name, { kind, nullable }]: [string, Column]) =>
      `  ${quote(name)} ${sqlTypes[kind]}${nullable ? "" : " NOT NULL"}`,
  );
}

/** A key that names the event itself is complete; any other version key gets the event appended. */
function historyKey(t: Table): string[] {
  return [...t.key, "block", "log_index"];
}

/** CREATE TABLE, with the history table of a versioned entity. Keys by which rows are replaced are made at once. */
export function createTables(t: Table): string {
  const body = columnLines(t);
  const create = (name: string, lines: readonly string[]) =>
    `CREATE TABLE ${quote(name)} (\n${lines.join(",\n")}\n);\n`;
  const main = create(t.name, t.lateKey ? body : [...body, `  PRIMARY KEY (${list(t.key)})`]);
  return t.kind === "versioned" ? main + create(historyName(t), body) : main;
}

/**
 * `<name>_as_of(at)`: every row of an entity as it was after block `at`. Rows that have not changed since are read from
 * the current table, so that asking about the recent past costs what asking about now costs.
 */
export function createAsOf(t: Table): string {
  if (t.kind !== "versioned") return "";
  const columns = allColumns(t).map(([name]) => name);
  const same = t.key.map((key) => `h.${quote(key)} = c.${quote(key)}`).join(" AND ");
  return `CREATE FUNCTION ${quote(`${t.name}_as_of`)}(at bigint) RETURNS SETOF ${quote(t.name)} LANGUAGE sql STABLE AS $$
  SELECT ${list(columns)} FROM ${quote(t.name)} WHERE block <= at
  UNION ALL
  SELECT v.* FROM ${quote(t.name)} c CROSS JOIN LATERAL (
    SELECT ${columns.map((name) => `h.${quote(name)}`).join(", ")} FROM ${quote(historyName(t))} h
    WHERE ${same} AND h.block <= at ORDER BY h.block DESC, h.log_index DESC LIMIT 1
  ) v WHERE c.block > at
$$;
`;
}

export interface IndexStatement {
  readonly name: string;
  readonly sql: string;
}

function indexStatement(tableName: string, ordinal: number, index: Index): IndexStatement {
  const name = `${tableName}_i${ordinal}`;
  const on = index.on.map((part) => (/^[a-z_0-9]+$/.test(part) ? quote(part) : part)).join(", ");
  const using = index.using ? ` USING ${index.using}` : "";
  const where = index.where ? ` WHERE ${index.where}` : "";
  return {
    name,
    sql: `CREATE INDEX IF NOT EXISTS ${quote(name)} ON ${quote(tableName)}${using} (${on})${where}`,
  };
}

/** Under the name of a primary key, which no table has. */
function lateKey(t: Table): IndexStatement {
  const name = `${t.name}_pkey`;
  const sql = `CREATE UNIQUE INDEX IF NOT EXISTS ${quote(name)} ON ${quote(t.name)} (${list(t.key)})`;
  return { name, sql };
}

/** Indexes that only reading needs: made when the index has caught up, so that a backfill does not maintain them. */
export function readingIndexes(t: Table): IndexStatement[] {
  const others = t.indexes.map((index, i) => indexStatement(t.name, i + 1, index));
  const own = t.lateKey ? [lateKey(t), ...others] : others;
  if (t.kind === "plain") return own;
  const event = { on: ["block", "log_index"] };
  if (t.kind === "appended") return [...own, indexStatement(t.name, others.length + 1, event)];
  const history = historyName(t);
  return [...own, indexStatement(history, 1, { on: historyKey(t) }), indexStatement(history, 2, event)];
}
