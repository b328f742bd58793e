import type { CsvRecord } from "../csv/record-scanner.ts";
import type { QuarantinedRow, QuarantineReason } from "../model.ts";
import { quarantineText } from "../texts.ts";
import { safeValue } from "./values.ts";

/**
 * A kept file is the source's file byte for byte, except that withheld cells read `[withheld]` and a row in quarantine is
 * replaced by a note of one cell, since nobody knows what its cells hold. Every record keeps its lines, so that line
 * numbers are those of the source. Reading the kept file gives the same rows as reading the source.
 */
const NOTE = "prongsai:quarantined ";

const encoder = new TextEncoder();

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const lineFeeds = (text: string) => text.split("\n").length - 1;

/** The record with other cells, on as many lines as before. */
export function keptRecord(record: CsvRecord, cells: readonly string[], safe: readonly string[]): Uint8Array {
  const missing = record.lines - 1 - lineFeeds(safe.join(""));
  const changed = safe.findIndex((cell, index) => cell !== cells[index]);
  const padded = safe.map((cell, index) =>
    index === changed ? cell + "\n".repeat(Math.max(0, missing)) : cell,
  );
  return encoder.encode(padded.map(quoted).join(",") + record.lineEnd);
}

/** The note that stands for a row in quarantine. */
export function keptNote(record: CsvRecord, row: Omit<QuarantinedRow, "leaf">): Uint8Array {
  const { reason, column, value } = row;
  const note = NOTE + JSON.stringify({ reason, column, value }) + "\n".repeat(record.lines - 1);
  return encoder.encode(`"${note.replaceAll('"', '""')}"${record.lineEnd}`);
}

const isShort = (value: unknown, max: number) =>
  value === null || (typeof value === "string" && value.length <= max);

/** What a note says; null when the cells are no note. Nothing is believed that a note of ours could not say. */
export function readNote(
  cells: readonly string[],
  columnNames: readonly string[],
): { reason: QuarantineReason; column: string | null; value: string | null } | null {
  const text = cells.length === 1 ? cells[0]!.trim() : "";
  if (!text.startsWith(NOTE)) return null;
  try {
    const { reason, column, value } = JSON.parse(text.slice(NOTE.length)) as Record<string, unknown>;
    if (typeof reason !== "string" || !Object.hasOwn(quarantineText, reason)) return null;
    if (!isShort(column, 500) || !isShort(value, 60)) return null;
    if (typeof column === "string" && !columnNames.includes(column)) return null;
    if (typeof value === "string" && safeValue(value) !== value) return null;
    return {
      reason: reason as QuarantineReason,
      column: column as string | null,
      value: value as string | null,
    };
  } catch {
    return null;
  }
}
