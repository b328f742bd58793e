import { recordExtent, splitFields } from "./split-record.ts";

/** Longest record that is read; a longer one is set aside. Bounds memory. */
export const MAX_RECORD_BYTES = 65_536;

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

export type RecordProblem = "QUOTES_BROKEN" | "RECORD_TOO_LONG" | "UTF8_BROKEN";

/** One record of a CSV file, or one line of it that cannot be one. */
export interface CsvRecord {
  /** Number of its first line in the file, from 1. */
  readonly line: number;
  /** Lines that it takes, more than one where a quoted field holds line ends. */
  readonly lines: number;
  /** Null when there is a problem; empty for a blank line, which is no record. */
  readonly fields: readonly string[] | null;
  readonly problem: RecordProblem | null;
  /** Its bytes with the line end, valid until the scanner goes on; empty when the record was too long. */
  readonly raw: Uint8Array;
  /** `\n`, `\r\n`, or nothing at the end of the file. */
  readonly lineEnd: "\n" | "\r\n" | "";
}

/**
 * Cuts the bytes of a CSV file into records, with the line where each begins. Trouble stays in the record where it is:
 * bytes that are no UTF-8 spoil one record; where a quotation mark is not closed properly, the first line of that
 * record is set aside and reading goes on with the next line, instead of swallowing the rest of the file.
 */
export class RecordScanner {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #rest: Uint8Array = new Uint8Array();
  #line = 1;
  #skipping = false;

  /** The records that these bytes complete. */
  *push(chunk: Uint8Array): Generator<CsvRecord, void> {
    yield* this.#scan(chunk, false);
  }

  /** What is left when the file ends. */
  *finish(): Generator<CsvRecord, void> {
    yield* this.#scan(new Uint8Array(), true);
  }

  *#scan(chunk: Uint8Array, ended: boolean): Generator<CsvRecord, void> {
    const bytes = joined(this.#rest, chunk);
    let start = 0;
    while (start < bytes.length) {
      if (this.#skipping) {
        const lineEnd = bytes.indexOf(LF, start);
        this.#skipping = lineEnd < 0 && !ended;
        start = lineEnd < 0 ? bytes.length : lineEnd + 1;
        if (!this.#skipping)
          yield this.#trouble("RECORD_TOO_LONG", new Uint8Array(), lineEnd < 0 ? "" : "\n");
        continue;
      }
      const stop = this.#recordEnd(bytes, start, ended);
      if (stop === "needs more") break;
      if (stop === "too long") {
        this.#skipping = true;
        continue;
      }
      yield this.#record(bytes, start, stop);
      start = Math.min(stop.end + 1, bytes.length);
    }
    // A record too long at the very end of the file was skipped to the end without its line end.
    if (ended && this.#skipping) {
      this.#skipping = false;
      yield this.#trouble("RECORD_TOO_LONG", new Uint8Array(), "");
    }
    this.#rest = bytes.slice(start);
  }

  #recordEnd(bytes: Uint8Array, start: number, ended: boolean) {
    const window = Math.min(bytes.length, start + MAX_RECORD_BYTES);
    const lineEnd = bytes.subarray(start, window).indexOf(LF);
    const firstLine = lineEnd < 0 ? window : start + lineEnd;
    const complete = ended && window === bytes.length;
    if (bytes.subarray(start, firstLine).indexOf(QUOTE) < 0) {
      if (lineEnd >= 0 || complete) return { end: firstLine, lines: 1, broken: false };
      return window < bytes.length ? "too long" : "needs more";
    }
    const extent = recordExtent(bytes, start, window, complete);
    if (typeof extent === "object") return { ...extent, broken: false };
    if (extent === "needs more" && window === bytes.length && !complete) return "needs more";
    if (lineEnd < 0 && !complete) return window < bytes.length ? "too long" : "needs more";
    return { end: firstLine, lines: 1, broken: true };
  }

  #record(
    bytes: Uint8Array,
    start: number,
    { end, lines, broken }: { end: number; lines: number; broken: boolean },
  ) {
    const raw = bytes.subarray(start, Math.min(end + 1, bytes.length));
    const terminated = end < bytes.length;
    const carriageReturn = end > start && bytes[end - 1] === CR;
    const lineEnd = !terminated ? "" : carriageReturn ? "\r\n" : "\n";
    if (broken) return this.#trouble("QUOTES_BROKEN", raw, lineEnd);
    let text: string;
    try {
      text = this.#decoder.decode(bytes.subarray(start, carriageReturn ? end - 1 : end));
    } catch {
      return this.#trouble("UTF8_BROKEN", raw, lineEnd, lines);
    }
    const line = this.#line;
    this.#line += lines;
    const fields = text.trim() === "" ? [] : splitFields(text);
    return { line, lines, fields, problem: null, raw, lineEnd } satisfies CsvRecord;
  }

  #trouble(problem: RecordProblem, raw: Uint8Array, lineEnd: CsvRecord["lineEnd"], lines = 1): CsvRecord {
    const line = this.#line;
    this.#line += lines;
    return { line, lines, fields: null, problem, raw, lineEnd };
  }
}

function joined(rest: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (rest.length === 0) return chunk;
  if (chunk.length === 0) return rest;
  const bytes = new Uint8Array(rest.length + chunk.length);
  bytes.set(rest);
  bytes.set(chunk, rest.length);
  return bytes;
}
