import type { ImportReading, ImportRow, ImportSummary } from "../model.ts";
import { EgpReader } from "./reader.ts";

/** Reads an e-GP export row by row. @see EgpReader */
export function readEgp(bytes: AsyncIterable<Uint8Array>): ImportReading {
  const reader = new EgpReader();
  async function* rows() {
    for await (const { row } of reader.records(bytes)) if (row) yield row;
  }
  return { rows: rows(), summary: () => reader.summary() };
}

const KEPT_PIECE_BYTES = 65_536;

/** Turns a published e-GP export into the file that is kept; what changes is told in `keep.ts`. */
export function keepEgp(bytes: AsyncIterable<Uint8Array>, onRow?: (row: ImportRow) => void) {
  const reader = new EgpReader();
  async function* kept(): AsyncGenerator<Uint8Array, void> {
    let piece = new Uint8Array(KEPT_PIECE_BYTES);
    let filled = 0;
    for await (const { row, kept } of reader.records(bytes)) {
      if (filled + kept.length > piece.length) {
        yield piece.subarray(0, filled);
        piece = new Uint8Array(Math.max(KEPT_PIECE_BYTES, kept.length));
        filled = 0;
      }
      piece.set(kept, filled);
      filled += kept.length;
      if (row) onRow?.(row);
    }
    yield piece.subarray(0, filled);
  }
  return { kept: kept(), summary: (): ImportSummary => reader.summary() };
}
