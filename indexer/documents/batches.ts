import type { ImportSummary } from "../../sdk/import/index.ts";
import { toHex } from "../../sdk/hex.ts";
import { ProngsaiError } from "../../sdk/errors.ts";
import { FatalError } from "../errors/index.ts";
import { refreshCurrent, supersededBatches } from "./batch/current.ts";
import { loadBatch } from "./batch/load.ts";
import type { Anchor, Loaded } from "./batch/load.ts";
import { sourceOf } from "./batch/source.ts";
import { due, postpone, transaction } from "./work.ts";
import type { Work } from "./work.ts";

/** PostgreSQL's class of errors about values that a column cannot hold. */
const isDataException = (error: unknown) =>
  !(error instanceof ProngsaiError) && /^22/.test((error as { code?: string }).code ?? "");

/**
 * Reads the imported files that are anchored and not read yet, each in one transaction, and keeps `current` right for
 * those that were superseded.
 *
 * @returns whether any row changed
 */
export async function readPendingBatches(work: Work): Promise<boolean> {
  const { client, signal } = work;
  const { rows } = await client.query<Anchor>(
    `SELECT b.* FROM import_batch b JOIN import_reading r USING (batch_id)
     WHERE r.state IN ('pending', 'unavailable') AND ${due("b.file_cid")} ORDER BY batch_id`,
  );
  for (const anchor of rows) {
    signal.throwIfAborted();
    await readBatch(work, anchor);
  }
  const sources = await readPendingSources(work);
  const superseded = await supersededBatches(client);
  if (superseded.length > 0) await transaction(work, () => refreshCurrent(client, superseded));
  return rows.length > 0 || sources || superseded.length > 0;
}

async function readBatch(work: Work, anchor: Anchor): Promise<void> {
  const { signal } = work;
  const batch = anchor.batch_id;
  try {
    await transaction(work, async () => {
      const loaded = await loadBatch(work, anchor);
      compare(anchor, loaded);
      await finish(work, batch, loaded.summary);
    });
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof ProngsaiError && /^DOCUMENT_/.test(error.code)) {
      await setState(work, batch, "unavailable", error.code);
      return await postpone(work, anchor.file_cid, error);
    }
    const problem = isDataException(error)
      ? new FatalError("INDEX_IMPORT_OUT_OF_RANGE", { batch: String(batch) }, error)
      : error;
    if (!(problem instanceof ProngsaiError)) throw error;
    work.problem(problem);
    await setState(work, batch, "contradicted", problem.code);
  }
}

/** @throws FatalError INDEX_IMPORT_DIFFERS when the file is not what the anchor says */
function compare(anchor: Anchor, { summary, sha256 }: Loaded): void {
  const pairs: [what: string, anchored: string, read: string][] = [
    ["sha256", anchor.file_sha256.toString("hex"), sha256],
    ["rows", String(anchor.row_count), String(summary.rowsRead)],
    ["quarantined", String(anchor.quarantined), String(summary.quarantined)],
    ["root", anchor.merkle_root.toString("hex"), toHex(summary.merkleRoot).slice(2)],
  ];
  const different = pairs.find(([, anchored, read]) => anchored !== read);
  if (!different) return;
  const [what, anchored, read] = different;
  throw new FatalError("INDEX_IMPORT_DIFFERS", { batch: String(anchor.batch_id), what, anchored, read });
}

async function finish({ client }: Work, batch: bigint, summary: ImportSummary): Promise<void> {
  // Whoever takes the batch back (a reorganisation) waits until this is committed, or has taken it back already. The
  // batch's own row is not held: it is replaced when another batch supersedes it, and the chain does not wait for files.
  const held = await client.query("SELECT FROM import_reading WHERE batch_id = $1 FOR UPDATE", [batch]);
  if (held.rowCount === 0) throw new Error(`batch ${batch} was taken back while it was read`);
  await refreshCurrent(client, [batch]);
  await client.query(
    `UPDATE import_reading SET state = 'complete', error = NULL, rows_read = $2, imported = $3, quarantined = $4,
       projects = $5, contracts = $6, suppliers_withheld = $7, merkle_root = $8, quarantine_reasons = $9, flags = $10,
       columns = $11, packages = $12 WHERE batch_id = $1`,
    [
      batch,
      summary.rowsRead,
      summary.imported,
      summary.quarantined,
      summary.projects,
      summary.contracts,
      summary.suppliersWithheld,
      Buffer.from(summary.merkleRoot),
      ...[summary.quarantineReasons, summary.flags, summary.columns, summary.packages].map((value) =>
        JSON.stringify(value),
      ),
    ],
  );
}

async function setState({ client }: Work, batch: bigint, state: string, error: string): Promise<void> {
  await client.query("UPDATE import_reading SET state = $2, error = $3 WHERE batch_id = $1", [
    batch,
    state,
    error,
  ]);
}

/** The description that was kept beside each file: where it comes from, in its publisher's words. */
async function readPendingSources(work: Work): Promise<boolean> {
  const { client } = work;
  const { rows } = await client.query<{ batch_id: bigint; source_cid: Buffer }>(
    `SELECT b.batch_id, b.source_cid FROM import_batch b JOIN import_reading r USING (batch_id)
     WHERE r.source IS NULL AND ${due("b.source_cid")} ORDER BY batch_id`,
  );
  for (const { batch_id, source_cid } of rows) {
    work.signal.throwIfAborted();
    try {
      const source = await sourceOf(work, source_cid);
      await client.query("UPDATE import_reading SET source = $2 WHERE batch_id = $1", [batch_id, source]);
    } catch (error) {
      if (work.signal.aborted) throw error;
      await postpone(work, source_cid, error as Error);
    }
  }
  return rows.length > 0;
}
