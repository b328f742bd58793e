import pg from "pg";

/** PostgreSQL schema that holds the mirror. */
export const MIRROR = "mirror";

const INT8 = 20;
const NUMERIC = 1700;

/** Whole numbers beyond 32 bits are bigint: identifiers, blocks, seconds, satang, and sums of satang. */
function parseNumeric(text: string): bigint | number {
  return text.includes(".") ? Number(text) : BigInt(text);
}

const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (format !== "binary" && oid === INT8) return BigInt;
    if (format !== "binary" && oid === NUMERIC) return parseNumeric;
    return pg.types.getTypeParser(oid, format as "text");
  },
} as pg.CustomTypesConfig;

/**
 * Settings of a connection to the mirror: its tables and functions are found by their bare names, bytea comes as Buffer,
 * `bigint` and whole `numeric` as bigint. No other schema is searched, so that nothing in one can stand in for what the
 * mirror has, such as a function of the same name that takes another type; extensions' objects are named with theirs.
 *
 * @param schema PostgreSQL schema of the tables; another one only while a mirror is compared or rebuilt
 */
export function connectionSettings(url: string, schema = MIRROR): pg.ClientConfig {
  return { connectionString: url, types, options: `-c search_path=${schema}` };
}
