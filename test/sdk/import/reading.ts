import { readFile } from "node:fs/promises";
import { keepImport, readImport, parserVersion } from "../../../sdk/import/index.ts";
import type {
  ImportFormat,
  ImportRow,
  ImportSummary,
  QuarantinedRow,
  ReportedProject,
} from "../../../sdk/import/index.ts";

export const sample = await readFile(new URL("../../../data/egp/egp-contract-2568-250.csv", import.meta.url));
export const sampleHeader = sample.toString().split("\n")[0]!.trim();
export const sampleRow = sample.toString().split("\n")[1]!.trim();

export type Source = string | Uint8Array;

export function bytesOf(source: Source): Uint8Array {
  return typeof source === "string" ? new TextEncoder().encode(source) : source;
}

/** The source in pieces of a given size. */
export async function* pieces(source: Source, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = bytesOf(source);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export interface Outcome {
  rows: ImportRow[];
  reported: ReportedProject[];
  quarantined: QuarantinedRow[];
  summary: ImportSummary;
}

function outcome(rows: ImportRow[], summary: ImportSummary): Outcome {
  const reported = rows.filter((row) => row.kind === "reported");
  const quarantined = rows.filter((row) => row.kind === "quarantined");
  return { rows, reported, quarantined, summary };
}

export async function read(source: Source, format: ImportFormat = "egp", size?: number): Promise<Outcome> {
  const reading = readImport(parserVersion[format], pieces(source, size));
  const rows: ImportRow[] = [];
  for await (const row of reading.rows) rows.push(row);
  return outcome(rows, reading.summary());
}

export async function keep(source: Source, format: ImportFormat = "egp", size?: number) {
  const rows: ImportRow[] = [];
  const keeping = keepImport(format, pieces(source, size), (row) => rows.push(row));
  const chunks: Uint8Array[] = [];
  for await (const chunk of keeping.kept) chunks.push(Uint8Array.from(chunk));
  return { ...outcome(rows, keeping.summary()), kept: Buffer.concat(chunks) };
}

/** The code of the error that refuses a file, or "nothing was refused". */
export async function refusal(source: Source, format: ImportFormat = "egp"): Promise<string> {
  try {
    await read(source, format);
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
  return "nothing was refused";
}

/** A CSV text of the sample's header and first row with some cells replaced, a line each. */
export function egp(...rows: Record<string, string>[]): string {
  return table(sampleHeader.split(","), rows);
}

export function table(header: string[], rows: Record<string, string>[]): string {
  const names = sampleHeader.split(",");
  const defaults = Object.fromEntries(sampleRow.split(",").map((cell, index) => [names[index], cell]));
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = (row: Record<string, string>) =>
    header.map((name) => quoted(row[name] ?? defaults[name] ?? "-")).join(",");
  return [header.map(quoted).join(","), ...rows.map(line)].join("\n") + "\n";
}
