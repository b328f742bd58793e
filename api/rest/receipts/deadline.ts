import type { Database } from "../../read/sql/database.ts";
import { sql } from "../../read/sql/sql.ts";

/**
 * By when an entry that was acknowledged here must be anchored (Unix seconds); undefined when this machine's intake did
 * not acknowledge it, or there is none.
 *
 * @param deployment id of the ledger's deployment, `0x…`
 */
export async function deadlineOf(
  database: Database,
  deployment: string,
  service: string,
  index: number,
): Promise<number | undefined> {
  const [found] = await database.rows<{ there: boolean }>(
    sql`SELECT to_regclass('intake.promise') IS NOT NULL AS there`,
  );
  if (!found?.there) return;
  const [row] = await database.rows<{ deadline: bigint }>(
    sql`SELECT p.deadline FROM intake.promise p JOIN intake.log l USING (log)
      WHERE l.deployment = ${Buffer.from(deployment.slice(2), "hex")} AND l.name = ${service}
        AND p.first_index <= ${index} AND p.first_index + p.count > ${index}
      ORDER BY p.first_index DESC LIMIT 1`,
  );
  return row && Number(row.deadline);
}
