/** What is asked of the intake's tables: a connection of `pg`, or a pool. */
export interface Queryable {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ readonly rows: Row[] }>;
}

/** `bigint` of PostgreSQL, which connections give as bigint or as text by their settings. */
export type Int8 = bigint | string;
