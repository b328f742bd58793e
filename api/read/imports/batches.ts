import type { MirrorRow } from "../../../indexer/store/read.ts";
import type { ImportReads } from "../reads.ts";
import type { ImportBatchRow, QuarantineRow } from "../rows/imports.ts";
import type { Database } from "../sql/database.ts";
import { keysetPage } from "../sql/keyset.ts";
import { isId, isOneOf, loaderByBlock } from "../sql/loaders.ts";
import { node, versioned } from "../sql/source.ts";
import type { AsOf } from "../sql/source.ts";
import { sql } from "../sql/sql.ts";
import { cid, hex, seconds } from "../sql/values.ts";

type Batch = MirrorRow["importBatch"] & {
  readonly reading: string | null;
  readonly error: string | null;
  readonly source: Record<string, unknown> | null;
  readonly projects: bigint | null;
  readonly contracts: bigint | null;
};

const select = (asOf: AsOf) => sql`SELECT b.*, r.state AS reading, r.error, r.source, r.projects, r.contracts
  FROM ${versioned("import_batch", "b", asOf)} LEFT JOIN import_reading r ON r.batch_id = b.batch_id`;

/** Members of SOURCE.json that name the data set, the first one that is there counts. */
export const SOURCE_NAMES = ["source_name", "name", "title"] as const;

/** A text in SOURCE.json; addresses only when they are web addresses, because pages link to them. */
function said(source: Record<string, unknown> | null, ...names: string[]): string | null {
  for (const name of names) {
    const value = source?.[name];
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
}

const webAddress = (text: string | null) => (text && /^https?:\/\//.test(text) ? text : null);

function batchOf(row: Batch, asOf: AsOf): ImportBatchRow {
  return {
    ...node("importBatch", String(row.batch_id), row, asOf),
    batchId: Number(row.batch_id),
    format: row.format,
    sourceName: said(row.source, ...SOURCE_NAMES),
    sourceUrl: webAddress(said(row.source, "source_url", "download_url", "url")),
    sourceUrlHash: hex(row.source_url_hash),
    sourceSha256: hex(row.source_sha256),
    fileSha256: hex(row.file_sha256),
    fileCid: cid(row.file_cid),
    sourceCid: cid(row.source_cid),
    rowCount: Number(row.row_count),
    quarantined: Number(row.quarantined),
    merkleRoot: hex(row.merkle_root),
    retrievedAt: seconds(row.retrieved_at),
    licence: row.licence,
    parserVersion: row.parser_version,
    supersededBy: row.superseded_by === null ? null : Number(row.superseded_by),
    anchoredAt: seconds(row.anchored_at),
    reading: row.reading ?? "pending",
    readingError: row.error,
    projects: row.projects === null ? null : Number(row.projects),
    contracts: row.contracts === null ? null : Number(row.contracts),
  };
}

export function batchReads(database: Database): Pick<ImportReads, "batch" | "batches" | "quarantine"> {
  const load = loaderByBlock<ImportBatchRow>(
    async (ids, asOf) => {
      const rows = await database.rows<Batch>(
        sql`${select(asOf)} WHERE ${isOneOf("b.batch_id", "bigint", ids)}`,
      );
      return rows.map((row) => batchOf(row, asOf));
    },
    ({ key }) => key,
  );
  return {
    batch: (id, asOf) => (isId(id) ? load(id, asOf) : Promise.resolve(null)),
    batches: (page, asOf) =>
      keysetPage<Batch, ImportBatchRow>(
        database,
        {
          tag: "batches",
          columns: [
            { expression: "b.batch_id", type: "bigint", direction: "DESC", read: (row) => row.batch_id },
          ],
          select: select(asOf),
          from: sql`FROM ${versioned("import_batch", "b", asOf)}`,
          conditions: [],
          map: (row) => batchOf(row, asOf),
        },
        page,
      ),
    quarantine: (batchId, page) =>
      keysetPage<MirrorRow["quarantinedRow"], QuarantineRow>(
        database,
        {
          tag: "quarantine",
          columns: [
            { expression: "q.ordinal", type: "bigint", direction: "ASC", read: (row) => row.ordinal },
          ],
          select: sql`SELECT q.* FROM quarantined_row q`,
          from: sql`FROM quarantined_row q`,
          conditions: [sql`q.batch_id = ${batchId}`],
          map: (row) => ({
            batchId: Number(row.batch_id),
            line: Number(row.line),
            reason: row.reason,
            column: row.column_name,
            value: row.value,
            leaf: hex(row.leaf),
          }),
        },
        page,
      ),
  };
}
