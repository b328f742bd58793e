import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { LogReads } from "../reads.ts";
import type { ServiceRow, WindowRow } from "../rows/log.ts";
import type { Database } from "../sql/database.ts";
import { versioned } from "../sql/source.ts";
import { sql } from "../sql/sql.ts";
import { address, cid, hex, maybeSeconds, seconds } from "../sql/values.ts";

const idOf = ({ id }: ServiceRow): Buffer => Buffer.from(id.slice(2), "hex");

const windowOf = (row: {
  readonly valid_from: bigint;
  readonly valid_until: bigint;
  readonly ended_at: bigint | null;
}): WindowRow => ({
  validFrom: seconds(row.valid_from),
  validUntil: seconds(row.valid_until),
  endedAt: maybeSeconds(row.ended_at),
});

/** A service's keys, gateways and action types: few for each service, so they are read whole. */
export function keepingReads(database: Database): Pick<LogReads, "keys" | "gateways" | "actionTypes"> {
  return {
    keys: async (service) => {
      const rows = await database.rows<MirrorRow["serviceKey"]>(
        sql`SELECT k.* FROM ${versioned("service_key", "k", service.asOf)} WHERE k.service = ${idOf(service)}
          ORDER BY k.valid_from, k.key_id`,
      );
      return rows.map((row) => ({
        ...windowOf(row),
        keyId: hex(row.key_id),
        use: row.use,
        algorithm: row.algorithm,
        submitter: row.submitter,
        publicKey: hex(row.public_key),
      }));
    },
    gateways: async (service) => {
      const rows = await database.rows<MirrorRow["serviceGateway"]>(
        sql`SELECT g.* FROM ${versioned("service_gateway", "g", service.asOf)} WHERE g.service = ${idOf(service)}
          ORDER BY g.valid_from, g.account`,
      );
      return rows.map((row) => ({ ...windowOf(row), account: address(row.account) }));
    },
    actionTypes: async (service) => {
      const rows = await database.rows<MirrorRow["actionType"]>(
        sql`SELECT t.* FROM ${versioned("action_type", "t", service.asOf)} WHERE t.service = ${idOf(service)}
          ORDER BY t.name, t.version`,
      );
      return rows.map((row) => ({
        service: service.name,
        name: row.name,
        version: row.version,
        schemaCid: cid(row.schema_cid),
        inUse: row.in_use,
      }));
    },
  };
}
