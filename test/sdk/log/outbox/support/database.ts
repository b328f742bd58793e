import pg from "pg";
import { outboxTables } from "../../../../../sdk/log/outbox/index.ts";
import type { OutboxDatabase } from "../../../../../sdk/log/outbox/index.ts";

/** A service's database, used as services do: a pool of connections, a transaction on one of them. */
export class ServiceDatabase implements OutboxDatabase {
  readonly pool: pg.Pool;

  constructor(connectionString: string) {
    this.pool = new pg.Pool({ connectionString });
    // What a killed server leaves behind; the next query says so.
    this.pool.on("error", () => undefined);
  }

  async prepare(): Promise<void> {
    await this.pool.query(outboxTables);
    await this.pool.query("CREATE TABLE IF NOT EXISTS report (number integer PRIMARY KEY)");
  }

  async transaction<T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query("BEGIN");
      const result = await run(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}
