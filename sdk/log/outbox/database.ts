/** What runs a statement in a transaction of the caller's: a client of `pg`, or anything that does the same. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** The service's own PostgreSQL (15 or newer), for whoever sends what its transactions left in the outbox. */
export interface OutboxDatabase {
  /** Runs within one transaction: commits when `run` resolves, rolls back and rejects when it rejects. */
  transaction<T>(run: (client: Queryable) => Promise<T>): Promise<T>;
}
