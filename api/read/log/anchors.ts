import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { LogReads } from "../reads.ts";
import type { AnchorRow } from "../rows/log.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import type { SortColumn } from "../sql/keyset.ts";
import { loaderByBlock } from "../sql/loaders.ts";
import { appendedBefore, node } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { sql, where } from "../sql/sql.ts";
import { hex } from "../sql/values.ts";
import { bytes } from "./conditions.ts";

type Anchor = MirrorRow["logAnchor"] &
  Pick<MirrorRow["logReading"], "state" | "error" | "checkpoint"> & { readonly service_name: string };

const SELECT = sql`SELECT a.*, r.state, r.error, r.checkpoint,
    (SELECT s.name FROM service s WHERE s.service = a.service) AS service_name`;
const FROM = sql`FROM log_anchor a JOIN log_reading r ON r.service = a.service AND r.size = a.size`;

const anchorOf = (row: Anchor, asOf: AsOf): AnchorRow => ({
  ...node("logAnchor", `${row.service_name}:${row.size}`, row, asOf),
  service: row.service_name,
  size: Number(row.size),
  firstIndex: Number(row.first_index),
  root: hex(row.root),
  bundle: hex(row.bundle),
  reading: row.state,
  readingError: row.error,
  checkpoint: row.checkpoint,
});

/** The log's own order, which is that of its sizes: the index by service gives it. */
const ofOne: readonly SortColumn<Anchor>[] = [
  { expression: "a.size", type: "bigint", direction: "DESC", read: (row) => row.size },
];
const ofAll: readonly SortColumn<Anchor>[] = [
  { expression: "a.block", type: "bigint", direction: "DESC", read: (row) => row.block },
  { expression: "a.log_index", type: "int", direction: "DESC", read: (row) => row.log_index },
];

const placeOf = ({ block, logIndex }: AnchorRow["provenance"]) => `${block}:${logIndex}`;

/** The most stretches of a log that are told one by one. */
const MOST_UNREAD = 1_000;

export function anchorReads(database: Database): Pick<LogReads, "anchors" | "anchorOf" | "unread"> {
  const load = loaderByBlock<AnchorRow>(
    async (keys, asOf) => {
      const places = keys.map((key) => key.split(":"));
      const rows = await database.rows<Anchor>(
        sql`${SELECT} ${FROM} JOIN unnest(${places.map(([block]) => block)}::bigint[],
          ${places.map(([, index]) => index)}::int[]) AS n (block, log_index)
          ON a.block = n.block AND a.log_index = n.log_index`,
      );
      return rows.map((row) => anchorOf(row, asOf));
    },
    ({ provenance }) => placeOf(provenance),
  );
  return {
    anchors: (services, page, asOf) => {
      const named =
        services?.length === 1
          ? sql`a.service = (SELECT s.service FROM service s WHERE s.name = ${services[0]})`
          : services &&
            sql`a.service = ANY(ARRAY(SELECT s.service FROM service s WHERE s.name = ANY(${[...services]}::text[])))`;
      return keysetPage<Anchor, AnchorRow>(
        database,
        {
          tag: services?.length === 1 ? "anchors/one" : "anchors",
          columns: services?.length === 1 ? ofOne : ofAll,
          select: sql`${SELECT} ${FROM}`,
          from: sql`FROM log_anchor a`,
          conditions: [named, appendedBefore("a", asOf)],
          map: (row) => anchorOf(row, asOf),
        },
        page,
      );
    },
    anchorOf: async ({ provenance, asOf }) => (await load(placeOf(provenance), asOf))!,
    unread: async ({ id, asOf }) => {
      const conditions = [
        sql`a.service = ${bytes(id)}`,
        sql`r.state <> 'complete'`,
        appendedBefore("a", asOf),
      ];
      const rows = await database.rows<Anchor>(
        sql`${SELECT} ${FROM} ${where(conditions)} ORDER BY a.size LIMIT ${MOST_UNREAD}`,
      );
      return rows.map((row) => anchorOf(row, asOf));
    },
  };
}
