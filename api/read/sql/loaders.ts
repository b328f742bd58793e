import DataLoader from "dataloader";
import type { Asked } from "./fields.ts";
import { raw, sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

/**
 * One DataLoader for each block asked about: keys of one tick are read with one statement. `batch` gives the rows it
 * finds in any order; `keyOf` tells which is which.
 */
export function loaderByBlock<Row>(
  batch: (keys: readonly string[], asOf: number | null) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): (key: string, asOf: number | null) => Promise<Row | null> {
  const loaders = new Map<number | null, DataLoader<string, Row | null>>();
  return (key, asOf) => {
    let loader = loaders.get(asOf);
    if (!loader) {
      loader = new DataLoader(
        async (keys) => {
          const found = new Map((await batch(keys, asOf)).map((row) => [keyOf(row), row]));
          return keys.map((one) => found.get(one) ?? null);
        },
        { maxBatchSize: 1_000 },
      );
      loaders.set(asOf, loader);
    }
    return loader.load(key);
  };
}

/** The same for rows of which only what is asked for is read. */
export function loaderByPart<Row>(
  batch: (keys: readonly string[], asOf: number | null, asked: Asked) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): (key: string, asOf: number | null, asked?: Asked) => Promise<Row | null> {
  const loaders = new Map<Asked, ReturnType<typeof loaderByBlock<Row>>>();
  return (key, asOf, asked = null) => {
    let load = loaders.get(asked);
    if (!load) {
      load = loaderByBlock((keys, block) => batch(keys, block, asked), keyOf);
      loaders.set(asked, load);
    }
    return load(key, asOf);
  };
}

/** The same for lists under a key, e.g. the allocations of commitments. */
export function listLoaderByBlock<Row>(
  batch: (keys: readonly string[], asOf: number | null) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): (key: string, asOf: number | null) => Promise<readonly Row[]> {
  const one = loaderByBlock<{ key: string; rows: Row[] }>(
    async (keys, asOf) => {
      const groups = Map.groupBy(await batch(keys, asOf), keyOf);
      return keys.map((key) => ({ key, rows: groups.get(key) ?? [] }));
    },
    ({ key }) => key,
  );
  return async (key, asOf) => (await one(key, asOf))?.rows ?? [];
}

/**
 * `column` is one of these keys. A list of unknown length PostgreSQL plans anew each time it is asked, which costs several
 * times what finding one row does; the statement for one key it plans once.
 */
export function isOneOf(
  column: string,
  type: "int" | "bigint" | "text" | "bytea",
  keys: readonly (string | Buffer)[],
): Sql {
  return keys.length === 1
    ? sql`${raw(column)} = ${keys[0]}${raw(`::${type}`)}`
    : sql`${raw(column)} = ANY(${keys}${raw(`::${type}[])`)}`;
}

type TypedColumn = readonly [column: string, type: "int" | "bigint" | "text"];

/** The same for keys of two columns. */
export function isOnePairOf(
  [[a, typeOfA], [b, typeOfB]]: readonly [TypedColumn, TypedColumn],
  keys: readonly (readonly [string, string])[],
): Sql {
  return keys.length === 1
    ? sql`${raw(a)} = ${keys[0]![0]}${raw(`::${typeOfA} AND ${b}`)} = ${keys[0]![1]}${raw(`::${typeOfB}`)}`
    : sql`(${raw(`${a}, ${b}`)}) IN (SELECT * FROM unnest(${keys.map(([one]) => one)}${raw(`::${typeOfA}[]`)},
        ${keys.map(([, one]) => one)}${raw(`::${typeOfB}[]`)}))`;
}

/** A whole number that fits PostgreSQL's bigint, as ids are. */
export const isId = (key: string): boolean => /^(0|[1-9]\d{0,17})$/.test(key);
/** A whole number that fits PostgreSQL's integer. */
export const isInt = (key: string): boolean => /^(0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 31;
