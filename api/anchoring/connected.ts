import pg from "pg";

export interface ConnectedOptions {
  readonly databaseUrl: string;
  readonly name: string;
  readonly signal: AbortSignal;
  /** reason of the signal when the connection was closed by the server */
  readonly lostError: () => Error;
}

/** Works with a connection whose loss is noticed, and aborts the work's signal: with it the lock is lost. */
export async function connected<T>(
  { databaseUrl, name, signal, lostError }: ConnectedOptions,
  work: (client: pg.Client, alive: AbortSignal) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: name });
  const lost = new AbortController();
  client.on("error", (error) => lost.abort(error));
  client.on("end", () => lost.abort(lostError()));
  await client.connect();
  try {
    return await work(client, AbortSignal.any([signal, lost.signal]));
  } finally {
    await client.end().catch(() => undefined);
  }
}
