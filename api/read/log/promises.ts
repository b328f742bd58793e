import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { LogReads } from "../reads.ts";
import type { PromiseRow, ServiceRow } from "../rows/log.ts";
import type { Database } from "../sql/database.ts";
import { arrayPage } from "../sql/keyset.ts";
import { appendedBefore, provenanceOf } from "../sql/source.ts";
import { sql, where } from "../sql/sql.ts";
import { address, hex } from "../sql/values.ts";
import { bytes } from "./conditions.ts";
import { givenPromises, intakeLog, promisesAt } from "./given-promises.ts";
import type { GivenPromise } from "./given-promises.ts";

type Broken = MirrorRow["brokenPromise"];

/** What the chain says of a broken promise, and what the intake knows of the same statement besides. */
function brokenRow(row: Broken, { name, asOf }: ServiceRow, given: GivenPromise | undefined): PromiseRow {
  const told = {
    service: name,
    asOf,
    statementHash: hex(row.statement_hash),
    gateway: address(row.gateway),
    firstIndex: Number(row.index),
    ...{ count: null, issuedAt: null, deadline: null, anchoredAt: null },
  };
  return {
    ...(given ?? told),
    state: "BROKEN",
    breach: row.breach,
    brokenIndex: Number(row.index),
    provenance: provenanceOf(row),
  };
}

export function promiseReads(database: Database): Pick<LogReads, "promises"> {
  /** Those that were shown on the chain to be broken, newest first. */
  async function broken(service: ServiceRow, log: number | undefined): Promise<readonly PromiseRow[]> {
    if (service.brokenPromises === 0) return [];
    const conditions = [sql`b.service = ${bytes(service.id)}`, appendedBefore("b", service.asOf)];
    const rows = await database.rows<Broken>(
      sql`SELECT b.* FROM broken_promise b ${where(conditions)} ORDER BY b.block DESC, b.log_index DESC`,
    );
    const entries = rows.map(({ index }) => Number(index));
    // Another gateway, or a stolen key, may have promised something else about the same entry: the statement tells.
    const covering = log === undefined ? [] : await promisesAt(database, service, log, entries);
    const given = new Map(covering.map((promise) => [promise.statementHash, promise]));
    return rows.map((row) => brokenRow(row, service, given.get(hex(row.statement_hash))));
  }

  return {
    promises: async (service, state, time, direction, page) => {
      const log = await intakeLog(database, service);
      const reported = await broken(service, log);
      if (state === "BROKEN") {
        const rows = direction === "ASC" ? reported.toReversed() : reported;
        return arrayPage(rows, `promises/BROKEN/${direction}`, page);
      }
      if (log === undefined) return arrayPage<PromiseRow>([], "promises/none", page);
      const known = reported.filter(({ count }) => count !== null).map(({ firstIndex }) => firstIndex);
      return givenPromises(database, { service, log, state, time, reported: known }, direction, page);
    },
  };
}
