import { importBatch, importReading } from "../../store/tables/budget/imports.ts";
import { put, rowKey } from "../types.ts";
import type { Register } from "../types.ts";
import { shortText } from "../values.ts";

/** Anchors of data published elsewhere; the rows are read from the anchored files in indexer/documents. */
export const imports: Register<"ImportAnchor"> = {
  ImportAnchor: {
    BatchAnchored: {
      apply: ({ batchId, officer, batch }, { timestamp }) => ({
        puts: [
          put(importBatch, {
            batch_id: batchId,
            format: shortText(batch.format),
            officer,
            source_url_hash: batch.sourceUrlHash,
            source_sha256: batch.sourceSha256,
            file_sha256: batch.fileSha256,
            file_cid: batch.fileCid,
            source_cid: batch.sourceCid,
            row_count: batch.rowCount,
            quarantined: batch.quarantined,
            merkle_root: batch.merkleRoot,
            retrieved_at: batch.retrievedAt,
            licence: batch.licence,
            parser_version: batch.parserVersion,
            superseded_by: null,
            anchored_at: timestamp,
          }),
          put(importReading, {
            batch_id: batchId,
            state: "pending",
            error: null,
            rows_read: null,
            imported: null,
            quarantined: null,
            projects: null,
            contracts: null,
            suppliers_withheld: null,
            merkle_root: null,
            quarantine_reasons: null,
            flags: null,
            columns: null,
            packages: null,
            source: null,
          }),
        ],
      }),
    },
    BatchSuperseded: {
      reads: ({ batchId }) => [rowKey(importBatch, batchId)],
      apply: ({ batchId, byBatchId }, { get }) => ({
        puts: [put(importBatch, { ...get(importBatch, batchId), superseded_by: byBatchId })],
      }),
    },
  },
};
