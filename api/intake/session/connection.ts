import pg from "pg";
import { TAKE_LOCK } from "../../../indexer/store/lock.ts";
import { prepareStore } from "../store/prepare.ts";

/** Name of the advisory lock: of all processes on one database one writes. */
const LOCK_NAME = "intake";

/** A statement may take so long (milliseconds); a database that does not answer must not hold requests for ever. */
export const STATEMENT_TIMEOUT = 30_000;

/**
 * A connection that may write, since it holds the lock; undefined when another one does. As long as it lives nobody else
 * writes, and when it is lost, so is the lock.
 *
 * @param onLoss told when the connection breaks
 */
export async function openWriter(
  url: string,
  onLoss: (error: unknown) => void,
): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "prongsai-intake",
    // Acknowledged means on disk, whatever the server's own default is.
    options: `-c synchronous_commit=on -c statement_timeout=${STATEMENT_TIMEOUT}`,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", onLoss);
  try {
    await client.connect();
    const { rows } = await client.query<{ locked: boolean }>(TAKE_LOCK, [LOCK_NAME]);
    if (!rows[0]!.locked) {
      await client.end();
      return undefined;
    }
    await prepareStore(client);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
