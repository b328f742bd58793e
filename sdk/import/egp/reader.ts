import { holdsControl } from "../csv/control.ts";
import type { CsvRecord } from "../csv/record-scanner.ts";
import { RecordScanner } from "../csv/record-scanner.ts";
import { importError } from "../errors.ts";
import type { ImportRow, ImportSummary } from "../model.ts";
import type { RowDraft } from "../row.ts";
import { RowProblem, withLeaf } from "../row.ts";
import { ImportTally } from "../tally.ts";
import type { EgpColumn } from "./columns.ts";
import { refuseForeign } from "./foreign.ts";
import { readHeader } from "./columns.ts";
import { keptNote, keptRecord, readNote } from "./keep.ts";
import { EgpRepeats } from "./repeats.ts";
import { readRow } from "./row.ts";
import { withholdCells } from "./withhold.ts";

/** One record of the file: what it means (nothing for the header and blank lines) and how it is kept. */
export interface EgpRecord {
  readonly row: ImportRow | null;
  /** Valid until the next record is asked for. */
  readonly kept: Uint8Array;
}

/** Reads an e-GP contract export (CSV, UTF-8). Rules: docs/decisions on imports; versions: `parserVersion.egp`. */
export class EgpReader {
  readonly #scanner = new RecordScanner();
  readonly #repeats = new EgpRepeats();
  readonly #tally = new ImportTally("egp");
  #columns: EgpColumn[] | null = null;
  #done = false;

  /** @throws ProngsaiError IMPORT_… before the first row when the file is no e-GP table */
  async *records(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<EgpRecord, void> {
    let head: Uint8Array | null = new Uint8Array();
    for await (const chunk of bytes) {
      // Four kilobytes tell what a file is and hold its header.
      head = head && joinedHead(head, chunk);
      if (head && head.length < 4096) continue;
      if (head) refuseForeign(head);
      for (const record of this.#scanner.push(head ?? chunk)) yield this.#read(record);
      head = null;
    }
    if (head) {
      refuseForeign(head);
      for (const record of this.#scanner.push(head)) yield this.#read(record);
    }
    for (const record of this.#scanner.finish()) yield this.#read(record);
    if (!this.#columns) throw importError("IMPORT_EMPTY");
    this.#done = true;
  }

  summary(): ImportSummary {
    if (!this.#done || !this.#columns) throw new Error("The rows have not been read to their end.");
    const names = (isKnown: boolean) =>
      this.#columns!.filter(({ field }) => (field !== null) === isKnown).map(({ name }) => name);
    return this.#tally.summary({ known: names(true), unknown: names(false) }, []);
  }

  #read(record: CsvRecord): EgpRecord {
    if (record.fields?.length === 0) return { row: null, kept: record.raw };
    if (!this.#columns) {
      if (!record.fields) throw importError("IMPORT_HEADER_UNKNOWN", { missing: "หัวตาราง (header)" });
      this.#columns = readHeader(record.fields);
      return { row: null, kept: record.raw };
    }
    const { draft, kept } = this.#draft(record, this.#columns);
    const row = withLeaf(draft);
    this.#tally.add(row);
    return { row, kept };
  }

  #draft(record: CsvRecord, columns: readonly EgpColumn[]): { draft: RowDraft; kept: Uint8Array } {
    try {
      const cells = wholeFields(record, columns);
      const safe = withholdCells(cells, columns);
      // Judged as published: where a person's number is withheld, a shifted row no longer looks like one.
      if (safe !== cells) readRow(cells, columns, record.line);
      const draft = this.#repeats.place(readRow(safe, columns, record.line));
      return { draft, kept: safe === cells ? record.raw : keptRecord(record, cells, safe) };
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      const { reason, column, value } = error;
      const draft = { kind: "quarantined", line: record.line, reason, column, value } as const;
      return { draft, kept: keptNote(record, draft) };
    }
  }
}

function joinedHead(head: Uint8Array, chunk: Uint8Array): Uint8Array {
  const joined = new Uint8Array(head.length + chunk.length);
  joined.set(head);
  joined.set(chunk, head.length);
  return joined;
}

/** The record's cells, as many as the header has. @throws RowProblem */
function wholeFields(record: CsvRecord, columns: readonly EgpColumn[]): readonly string[] {
  if (!record.fields) throw new RowProblem(record.problem ?? "COLUMN_COUNT");
  const note = readNote(
    record.fields,
    columns.map(({ name }) => name),
  );
  if (note) throw new RowProblem(note.reason, note.column, note.value);
  if (record.fields.length !== columns.length) {
    throw new RowProblem("COLUMN_COUNT", null, String(record.fields.length));
  }
  if (record.fields.some(holdsControl)) throw new RowProblem("UTF8_BROKEN");
  return record.fields;
}
