import { expect } from "chai";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { RecordScanner } from "../../../../sdk/import/csv/record-scanner.ts";
import type { CsvRecord } from "../../../../sdk/import/csv/record-scanner.ts";

function scan(bytes: Uint8Array, size = bytes.length || 1): Omit<CsvRecord, "raw">[] {
  const scanner = new RecordScanner();
  const records: Omit<CsvRecord, "raw">[] = [];
  const note = ({ line, lines, fields, problem, lineEnd }: CsvRecord) =>
    records.push({ line, lines, fields, problem, lineEnd });
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size)).forEach(note);
  scanner.finish().forEach(note);
  return records;
}
const bytesOf = (text: string) => new TextEncoder().encode(text);
const cell = fc.string({
  unit: fc.constantFrom("a", "ก", " ", '"', ",", "\n", "\r\n", "3", "-"),
  maxLength: 8,
});
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("cutting CSV into records", () => {
  it("agrees with csv-parse on every well-formed table, line numbers included", () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), (table, lineEnd) => {
        const text = table.map((row) => row.map(quoted).join(",") + lineEnd).join("");
        const expected: string[][] = parse(text, { relax_column_count: true });
        const records = scan(bytesOf(text));
        expect(records.map(({ fields }) => fields)).to.deep.equal(expected);
        const lines = records.map(({ line }) => line);
        expect(lines).to.deep.equal([...lines].sort((a, b) => a - b));
        expect(records.reduce((sum, record) => sum + record.lines, 0)).to.equal(text.split("\n").length - 1);
      }),
    );
  });

  it("gives the same records in pieces of any size, and accounts for every byte", () => {
    const letters = fc
      .array(fc.constantFrom(...'aก",\n\r \u00e9'), { maxLength: 60 })
      .map((all) => bytesOf(all.join("")));
    const anything = fc.oneof(letters, fc.uint8Array({ maxLength: 80 }));
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 20 }), (bytes, size) => {
        const whole = scan(bytes);
        expect(scan(bytes, size)).to.deep.equal(whole);
        const scanner = new RecordScanner();
        const raw = [...scanner.push(bytes)].map((each) => Buffer.from(each.raw));
        raw.push(...[...scanner.finish()].map((each) => Buffer.from(each.raw)));
        expect(Buffer.compare(Buffer.concat(raw), Buffer.from(bytes))).to.equal(0);
      }),
      { numRuns: 500 },
    );
  });

  it("gives records at the limit of their length the same in any pieces", () => {
    for (const length of [65_534, 65_535, 65_536, 65_537]) {
      for (const text of [
        `${"x".repeat(length)}\na,b\n`,
        `"${"x".repeat(length - 2)}"\na,b\n`,
        "y".repeat(length),
      ]) {
        const whole = scan(bytesOf(text));
        expect(scan(bytesOf(text), 1000)).to.deep.equal(whole);
        expect(scan(bytesOf(text), 65_536)).to.deep.equal(whole);
      }
    }
  });
});
