import type { ImportReading, ImportRow, ImportSummary } from "../model.ts";
import { keptHeader, OcdsReader } from "./reader.ts";

/** Reads OCDS data release by release. @see OcdsReader */
export function readOcds(bytes: AsyncIterable<Uint8Array>): ImportReading {
  const reader = new OcdsReader();
  async function* rows() {
    for await (const { row } of reader.records(bytes)) yield row;
  }
  return { rows: rows(), summary: () => reader.summary() };
}

const encoder = new TextEncoder();

/** A file of a source that has several. */
export interface SourceFile {
  /** Name without folders that are not the source's own; shown in errors. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Turns published OCDS files, in the order given, into the one file that is kept. */
export function keepOcdsFiles(files: Iterable<SourceFile>, onRow?: (row: ImportRow) => void) {
  const reader = new OcdsReader();
  async function* kept(): AsyncGenerator<Uint8Array, void> {
    yield keptHeader;
    for (const { name, bytes } of files) {
      for await (const { row, kept } of reader.records(bytes, name)) {
        onRow?.(row);
        yield encoder.encode(`${kept}\n`);
      }
    }
  }
  return { kept: kept(), summary: (): ImportSummary => reader.summary() };
}

export function keepOcds(bytes: AsyncIterable<Uint8Array>, onRow?: (row: ImportRow) => void) {
  return keepOcdsFiles([{ name: "", bytes }], onRow);
}
