import type { LogReads } from "../reads.ts";
import type { ClosureRow } from "../rows/log.ts";
import type { Database } from "../sql/database.ts";
import { isOneOf, loaderByBlock } from "../sql/loaders.ts";
import { sql } from "../sql/sql.ts";
import { seconds } from "../sql/values.ts";

interface Row {
  readonly name: string;
  readonly code: string;
  readonly found_at: bigint;
}

/** Logs that the intake has closed by itself. No block says so: it is the state of now, whatever block is asked about. */
export function closureReads(database: Database): Pick<LogReads, "closure"> {
  const find = loaderByBlock<ClosureRow & { readonly name: string }>(
    async (names) => {
      const [there] = await database.rows<{ there: boolean }>(
        sql`SELECT to_regclass('intake.closed_log') IS NOT NULL AS there`,
      );
      if (!there!.there) return [];
      const rows = await database.rows<Row>(
        sql`SELECT l.name, l.code, l.found_at FROM intake.closed_log l
          JOIN checkpoint c ON decode(substr(c.deployment_id, 3), 'hex') = l.deployment
          WHERE ${isOneOf("l.name", "text", names)}`,
      );
      return rows.map(({ name, code, found_at }) => ({ name, code, foundAt: seconds(found_at) }));
    },
    ({ name }) => name,
  );
  return { closure: ({ name }) => find(name, null) };
}
