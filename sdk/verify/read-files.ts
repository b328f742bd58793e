import { toHex } from "../hex.ts";
import { foldReported, readImport } from "../import/index.ts";
import type { FoldedProject, ReportedProject } from "../import/index.ts";
import { sha256 } from "../sha256.ts";
import type { AnchoredBatch } from "./anchored-batches.ts";

/** A file was read anew and is what the ledger anchored. */
export interface FileRead {
  readonly batchId: number;
  readonly bytes: number;
  readonly rows: number;
}

/** Something about a file is not as the ledger anchored it. */
export interface FileDiffers {
  readonly batchId: number;
  readonly item: "fileSha256" | "merkleRoot" | "rowCount" | "quarantined";
  readonly anchored: string;
  readonly found: string;
}

/** A project as its file states it. @property format of that file */
export interface ReadProject {
  readonly project: FoldedProject;
  readonly format: string;
}

export type FilesOutcome = { readonly projects: readonly ReadProject[] } | { readonly differs: FileDiffers };

const ROWS_AT_ONCE = 500;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Lets the page be drawn and the reader stop the check. */
async function pause(signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
}

/** The projects of a file that is what was anchored, or what is not. */
async function readBatch(
  batch: AnchoredBatch,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<FoldedProject[] | FileDiffers> {
  const differs = (item: FileDiffers["item"], anchored: string, found: string): FileDiffers => ({
    batchId: batch.batchId,
    item,
    anchored,
    found,
  });
  const digest = toHex(sha256(bytes));
  if (digest !== batch.fileSha256) return differs("fileSha256", batch.fileSha256, digest);
  const reading = readImport(batch.parserVersion, once(bytes));
  const byKey = new Map<string, ReportedProject[]>();
  let read = 0;
  for await (const row of reading.rows) {
    if (++read % ROWS_AT_ONCE === 0) await pause(signal);
    if (row.kind !== "reported") continue;
    const key = `${row.key.scheme}:${row.key.value}`;
    const rows = byKey.get(key);
    if (rows) rows.push(row);
    else byKey.set(key, [row]);
  }
  const { rowsRead, quarantined, merkleRoot } = reading.summary();
  const root = toHex(merkleRoot);
  if (root !== batch.merkleRoot) return differs("merkleRoot", batch.merkleRoot, root);
  if (rowsRead !== batch.rowCount) return differs("rowCount", String(batch.rowCount), String(rowsRead));
  if (quarantined !== batch.quarantined)
    return differs("quarantined", String(batch.quarantined), String(quarantined));
  return [...byKey.values()].map((rows) => foldReported(rows));
}

/**
 * Reads anchored files anew and holds each against what the ledger anchored. Yields each file when it is read. Of a
 * project that stands in several files the one with the highest number counts, unless files were asked for: then each of
 * them counts.
 *
 * @param batches see `batchesThatCount`
 * @param fetchFile the bytes of a file; what it gives is believed only when its SHA-256 is the anchored one
 * @param each whether a project counts in each of its files
 * @throws what `fetchFile` throws; ProngsaiError IMPORT_…; the reason of `signal`
 */
export async function* readFiles(
  batches: readonly AnchoredBatch[],
  fetchFile: (cid: string) => Promise<Uint8Array>,
  each: boolean,
  signal?: AbortSignal,
): AsyncGenerator<FileRead, FilesOutcome> {
  const standing = new Map<string, ReadProject>();
  for (const batch of batches) {
    const bytes = await fetchFile(batch.fileCid);
    const projects = await readBatch(batch, bytes, signal);
    if (!Array.isArray(projects)) return { differs: projects };
    for (const project of projects) {
      const place = each ? `${batch.batchId} ` : "";
      standing.set(`${place}${project.key.scheme}:${project.key.value}`, { project, format: batch.format });
    }
    yield { batchId: batch.batchId, bytes: bytes.length, rows: batch.rowCount };
  }
  return { projects: [...standing.values()] };
}
