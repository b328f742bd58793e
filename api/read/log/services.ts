import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { LogReads, ServiceFilter } from "../reads.ts";
import type { ServiceRow } from "../rows/log.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { isOneOf, loaderByBlock } from "../sql/loaders.ts";
import { contains, searchTerms } from "../sql/search.ts";
import { node, versioned } from "../sql/source.ts";
import type { AsOf, ProvenanceColumns } from "../sql/source.ts";
import { sql } from "../sql/sql.ts";
import type { Sql } from "../sql/sql.ts";
import { hex, maybeSeconds, seconds } from "../sql/values.ts";

type Service = MirrorRow["service"] &
  Pick<MirrorRow["logHead"], "size" | "root" | "anchored_at" | "seen_at" | "anchors" | "broken_promises"> & {
    readonly head_block: bigint;
    readonly head_tx_hash: Buffer;
    readonly head_log_index: number;
    readonly head_timestamp: bigint;
  };

const HEAD = sql`l.size, l.root, l.anchored_at, l.seen_at, l.anchors, l.broken_promises, l.block AS head_block,
  l.tx_hash AS head_tx_hash, l.log_index AS head_log_index, l.timestamp AS head_timestamp`;

const from = (asOf: AsOf): Sql =>
  sql`FROM ${versioned("service", "s", asOf)} JOIN ${versioned("log_head", "l", asOf)} ON l.service = s.service`;

/** Of the service and the head of its log, what changed last. */
function lastChange(row: Service): ProvenanceColumns {
  const headIsLater =
    row.head_block > row.block || (row.head_block === row.block && row.head_log_index > row.log_index);
  return headIsLater
    ? {
        block: row.head_block,
        tx_hash: row.head_tx_hash,
        log_index: row.head_log_index,
        timestamp: row.head_timestamp,
      }
    : row;
}

function serviceOf(row: Service, asOf: AsOf): ServiceRow {
  return {
    ...node("service", row.name, lastChange(row), asOf),
    id: hex(row.service),
    number: row.number,
    name: row.name,
    agency: row.agency,
    titleTh: row.title_th,
    titleEn: row.title_en,
    heartbeatInterval: row.heartbeat_interval,
    maxMergeDelay: row.max_merge_delay,
    registeredAt: seconds(row.registered_at),
    closedAt: maybeSeconds(row.closed_at),
    retired: row.retired,
    size: Number(row.size),
    root: hex(row.root),
    anchoredAt: maybeSeconds(row.anchored_at),
    seenAt: maybeSeconds(row.seen_at),
    anchors: Number(row.anchors),
    brokenPromises: Number(row.broken_promises),
  };
}

function conditions({ query, agency, open }: ServiceFilter): (Sql | null)[] {
  const named = searchTerms(query ?? null).map((term) =>
    contains("(s.name || ' ' || s.title_th || ' ' || s.title_en)", term),
  );
  return [
    ...named,
    agency ? sql`s.agency = ANY(${agency}::int[])` : null,
    open === true ? sql`s.closed_at IS NULL` : null,
    open === false ? sql`s.closed_at IS NOT NULL` : null,
  ];
}

export function serviceReads(database: Database): Pick<LogReads, "service" | "services"> {
  return {
    service: loaderByBlock<ServiceRow>(
      async (names, asOf) => {
        const rows = await database.rows<Service>(
          sql`SELECT s.*, ${HEAD} ${from(asOf)} WHERE ${isOneOf("s.name", "text", names)}`,
        );
        return rows.map((row) => serviceOf(row, asOf));
      },
      ({ name }) => name,
    ),
    services: (filter, page, asOf) =>
      keysetPage<Service, ServiceRow>(
        database,
        {
          tag: "services",
          columns: [{ expression: "s.name", type: "text", direction: "ASC", read: (row) => row.name }],
          select: sql`SELECT s.*, ${HEAD} ${from(asOf)}`,
          from: from(asOf),
          conditions: conditions(filter),
          map: (row) => serviceOf(row, asOf),
        },
        page,
      ),
  };
}
