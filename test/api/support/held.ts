import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { ApiFixture } from "../../support/api.ts";

export interface HeldTable {
  /** Waits until so many statements of the API that begin like this stand before the table. @throws after 30 s */
  waited(statements: string, wanted: number): Promise<void>;
}

/** Runs `work` while nobody can read a table of the mirror: what asks for it can go on only by giving up. */
export async function whileHeld(
  { mirror }: ApiFixture,
  table: string,
  work: (held: HeldTable) => Promise<void>,
): Promise<void> {
  const locking = new pg.Client({ connectionString: mirror.database.url });
  // Another connection: inside a transaction the server's activity is shown as it was at the first look.
  const watching = new pg.Client({ connectionString: mirror.database.url });
  await Promise.all([locking.connect(), watching.connect()]);
  const running = async (statements: string) => {
    const { rows } = await watching.query<{ n: string }>(
      `SELECT count(*) AS n FROM pg_stat_activity
       WHERE application_name = 'prongsai-api' AND wait_event_type = 'Lock' AND query LIKE $1 || '%'`,
      [statements],
    );
    return Number(rows[0]!.n);
  };
  try {
    await locking.query("BEGIN");
    await locking.query(`LOCK TABLE mirror.${table} IN ACCESS EXCLUSIVE MODE`);
    await work({
      waited: async (statements, wanted) => {
        const patience = performance.now() + 30_000;
        for (let found = await running(statements); found !== wanted; found = await running(statements)) {
          if (performance.now() > patience) throw new Error(`${found} statements wait, not ${wanted}`);
          await sleep(20);
        }
      },
    });
  } finally {
    await locking.query("ROLLBACK");
    await Promise.all([locking.end(), watching.end()]);
  }
}
