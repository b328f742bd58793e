import type { MirrorRow } from "../../../indexer/store/read.ts";
import { anyOf } from "../budget/conditions.ts";
import type { LogReads } from "../reads.ts";
import type { CosignatureRow, WitnessRow } from "../rows/log.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { appendedBefore } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { sql, where } from "../sql/sql.ts";
import { address, hex, seconds } from "../sql/values.ts";
import { bytes } from "./conditions.ts";

type Cosignature = MirrorRow["logCosignature"];
type Witness = Cosignature & { readonly service_name: string };

const cosignatureOf = (row: Cosignature, asOf: AsOf): CosignatureRow => ({
  agency: row.agency,
  asOf,
  size: Number(row.size),
  root: hex(row.root),
  officer: address(row.officer),
  timestamp: seconds(row.timestamp),
});

/** Who has checked a log, and who has shown that a promise about it was broken. */
export function witnessReads(
  database: Database,
): Pick<LogReads, "cosignatures" | "witnesses" | "brokenPromises"> {
  return {
    cosignatures: async ({ id, asOf }) => {
      const conditions = [sql`c.service = ${bytes(id)}`, appendedBefore("c", asOf)];
      const rows = await database.rows<Cosignature>(
        sql`SELECT c.* FROM log_cosignature c ${where(conditions)} ORDER BY c.size DESC, c.agency LIMIT 1000`,
      );
      return rows.map((row) => cosignatureOf(row, asOf));
    },
    witnesses: ({ service, agency }, page, asOf) => {
      const conditions = [
        service ? sql`s.name = ANY(${[...service]}::text[])` : null,
        anyOf("c.agency", "int", agency),
        appendedBefore("c", asOf),
      ];
      const from = sql`FROM (SELECT DISTINCT ON (c.service, c.agency) c.*, s.name AS service_name
        FROM log_cosignature c JOIN service s ON s.service = c.service ${where(conditions)}
        ORDER BY c.service, c.agency, c.size DESC) w`;
      return keysetPage<Witness, WitnessRow>(
        database,
        {
          tag: "witnesses",
          columns: [
            { expression: "w.service_name", type: "text", direction: "ASC", read: (row) => row.service_name },
            { expression: "w.agency", type: "int", direction: "ASC", read: (row) => row.agency },
          ],
          select: sql`SELECT w.* ${from}`,
          from,
          conditions: [],
          map: (row) => ({ ...cosignatureOf(row, asOf), service: row.service_name }),
        },
        page,
      );
    },
    brokenPromises: async ({ id, asOf }) => {
      const conditions = [sql`b.service = ${bytes(id)}`, appendedBefore("b", asOf)];
      const rows = await database.rows<MirrorRow["brokenPromise"]>(
        sql`SELECT b.* FROM broken_promise b ${where(conditions)} ORDER BY b.block DESC, b.log_index DESC`,
      );
      return rows.map((row) => ({
        statementHash: hex(row.statement_hash),
        gateway: address(row.gateway),
        breach: row.breach,
        index: Number(row.index),
        timestamp: seconds(row.timestamp),
      }));
    },
  };
}
