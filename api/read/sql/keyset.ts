import type { Page, PageArgs } from "../rows/common.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { CursorValue } from "./cursor.ts";
import type { Database } from "./database.ts";
import { join, raw, sql, where } from "./sql.ts";
import type { Sql } from "./sql.ts";

/**
 * A column by which a list is ordered. `expression` is SQL of our own; `read` takes its value from a row. The last
 * column makes the order total. Only the first may be nullable; its nulls come last in either direction.
 */
export interface SortColumn<Row> {
  readonly expression: string;
  readonly type: "bigint" | "int" | "text" | "numeric";
  readonly direction: "ASC" | "DESC";
  readonly nullable?: boolean;
  read(row: Row): bigint | number | string | null;
}

export interface KeysetList<Row extends object, Out> {
  /** Names order and kind of the list, e.g. `projects/CODE/ASC`. */
  readonly tag: string;
  readonly columns: readonly SortColumn<Row>[];
  /** `SELECT … FROM …`, without conditions */
  readonly select: Sql;
  /** `FROM …` for counting */
  readonly from: Sql;
  readonly conditions: readonly (Sql | null | false | undefined)[];
  map(row: Row): Out;
}

type Column = SortColumn<never>;

/** Sizes of pages that are asked for again and again. */
const USUAL_SIZES: ReadonlySet<number> = new Set([10, 20, 25, 50, 100, 200, 250, 500, 1_000]);

/** Rows strictly after the values, in mixed directions: (a, b) > (x, y) is a > x OR (a = x AND b > y). */
function after(values: readonly CursorValue[], columns: readonly Column[]): Sql {
  const compare = (column: Column, operator: string, value: CursorValue) =>
    sql`${raw(`${column.expression} ${operator}`)} ${value}${raw(`::${column.type}`)}`;
  const beyond = (column: Column) => (column.direction === "ASC" ? ">" : "<");
  const alternatives = columns.map((column, index) => {
    const same = columns.slice(0, index).map((earlier, i) => compare(earlier, "=", values[i]!));
    return sql`(${join([...same, compare(column, beyond(column), values[index]!)], " AND ")})`;
  });
  if (alternatives.length === 1) return alternatives[0]!;
  // The bound on the first column lets an index begin at the right place.
  return sql`${compare(columns[0]!, `${beyond(columns[0]!)}=`, values[0]!)} AND (${join(alternatives, " OR ")})`;
}

/** One page of a list: one row more than asked for tells whether there is a next page. */
export async function keysetPage<Row extends object, Out>(
  database: Database,
  list: KeysetList<Row, Out>,
  page: PageArgs,
): Promise<Page<Out>> {
  const { columns, tag, conditions } = list;
  const start =
    page.after === null
      ? null
      : decodeCursor(
          page.after,
          tag,
          columns.map(({ type }) => type),
        );
  const wanted = page.first + 1;
  // Of a limit that it does not know PostgreSQL expects the worst and plans the statement anew for each page, which costs
  // as much as reading it. Where nothing else depends on values, one plan is right for every place in the list.
  const plannedOnce = USUAL_SIZES.has(page.first) && sql`${list.select}${where(conditions)}`.isConstant;
  const fetch = (more: (Sql | null)[], order: readonly Column[], limit: number) =>
    database.rows<Row>(
      sql`${list.select} ${where([...conditions, ...more])} ORDER BY ${raw(
        order.map(({ expression, direction }) => `${expression} ${direction}`).join(", "),
      )} LIMIT ${plannedOnce && limit === wanted ? raw(String(limit)) : limit}`,
    );

  const [first, ...rest] = columns as unknown as [Column, ...Column[]];
  let rows: Row[] = [];
  if (first.nullable) {
    // Known and unknown values are two stretches, so that an index serves each in either direction.
    if (start?.[0] !== null) {
      const known = raw(`${first.expression} IS NOT NULL`);
      rows = await fetch([known, start && after(start, [first, ...rest])], [first, ...rest], wanted);
    }
    if (rows.length < wanted) {
      const unknown = raw(`${first.expression} IS NULL`);
      const place = start?.[0] === null ? after(start.slice(1), rest) : null;
      rows = [...rows, ...(await fetch([unknown, place], rest, wanted - rows.length))];
    }
  } else {
    rows = await fetch([start && after(start, [first, ...rest])], [first, ...rest], wanted);
  }
  return {
    rows: rows.slice(0, page.first).map((row) => ({
      row: list.map(row),
      // Of most pages only the last one is asked for.
      get cursor() {
        const values = columns.map((column) => column.read(row));
        return encodeCursor(
          tag,
          values.map((value) => (value === null ? null : String(value))),
        );
      },
    })),
    hasNext: rows.length > page.first,
    hasPrevious: page.after !== null,
    count: async () => {
      const [row] = await database.rows<{ n: bigint }>(
        sql`SELECT count(*) AS n ${list.from} ${where(conditions)}`,
      );
      return Number(row!.n);
    },
  };
}

/** A page of a list that is in memory already; the cursor is the place in it. */
export function arrayPage<Row>(list: readonly Row[], tag: string, { first, after }: PageArgs): Page<Row> {
  const start = after === null ? 0 : Number(decodeCursor(after, tag, ["int"])[0]) + 1;
  return {
    rows: list
      .slice(start, start + first)
      .map((row, index) => ({ row, cursor: encodeCursor(tag, [String(start + index)]) })),
    hasNext: start + first < list.length,
    hasPrevious: start > 0,
    count: () => Promise.resolve(list.length),
  };
}
