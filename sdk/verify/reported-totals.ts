import { toHex } from "../hex.ts";
import { foldReported, readImport } from "../import/index.ts";
import type { FoldedProject, ReportedProject } from "../import/index.ts";
import { isSelected } from "../import/selection.ts";
import type { ReportedSelection } from "../import/selection.ts";
import { sha256 } from "../sha256.ts";
import type { AnchoredBatch } from "./anchored-batches.ts";

/** Sums over reported projects: a project's budget counts once, each agreed price counts. Money in satang, as text. */
export interface ReportedSums {
  readonly count: number;
  readonly contracts: number;
  readonly budget: string;
  readonly reference: string;
  readonly agreed: string;
}

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

export type SumsOutcome =
  { readonly sums: ReportedSums; readonly projects: number } | { readonly differs: FileDiffers };

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

const sum = (values: readonly (bigint | null)[]) =>
  String(values.reduce<bigint>((total, value) => total + (value ?? 0n), 0n));

function sumsOf(projects: readonly FoldedProject[]): ReportedSums {
  const contracts = projects.flatMap((project) => project.contracts);
  return {
    count: projects.length,
    contracts: contracts.length,
    budget: sum(projects.map(({ budgetSatang }) => budgetSatang)),
    reference: sum(projects.map(({ referenceSatang }) => referenceSatang)),
    agreed: sum(contracts.map(({ agreedSatang }) => agreedSatang)),
  };
}

/**
 * Reads anchored files anew, holds each against what the ledger anchored, and adds up the projects that are meant. Yields
 * each file when it is read. Of a project that stands in several files the one with the highest number counts, unless
 * files were asked for: then each of them counts.
 *
 * @param batches see `batchesThatCount`
 * @param fetchFile the bytes of a file; what it gives is believed only when its SHA-256 is the anchored one
 * @throws what `fetchFile` throws; ProngsaiError IMPORT_…; the reason of `signal`
 */
export async function* sumReported(
  batches: readonly AnchoredBatch[],
  fetchFile: (cid: string) => Promise<Uint8Array>,
  selection: ReportedSelection,
  signal?: AbortSignal,
): AsyncGenerator<FileRead, SumsOutcome> {
  const standing = new Map<string, { project: FoldedProject; format: string }>();
  for (const batch of batches) {
    const bytes = await fetchFile(batch.fileCid);
    const projects = await readBatch(batch, bytes, signal);
    if (!Array.isArray(projects)) return { differs: projects };
    for (const project of projects) {
      const place = selection.importBatch ? `${batch.batchId} ` : "";
      standing.set(`${place}${project.key.scheme}:${project.key.value}`, { project, format: batch.format });
    }
    yield { batchId: batch.batchId, bytes: bytes.length, rows: batch.rowCount };
  }
  const meant = [...standing.values()].filter(({ project, format }) =>
    isSelected(project, format, selection),
  );
  return { sums: sumsOf(meant.map(({ project }) => project)), projects: standing.size };
}
