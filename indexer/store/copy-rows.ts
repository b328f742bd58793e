import type { Column, Kind } from "./schema/columns.ts";
import { allColumns } from "./schema/table.ts";
import type { Table } from "./schema/table.ts";

/**
 * PostgreSQL's binary format of COPY: a header, rows, a trailer. A row is its number of fields, then of each field its
 * length (−1 for null) and its bytes, all numbers big-endian. Source: PostgreSQL documentation, COPY, File Formats.
 */
const HEADER = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

/** More than all fields of a row take together that have no length of their own, provenance included. */
const FIXED = 4_096;

/** A buffer that grows; `at` is where the next field is written. */
class Field {
  bytes = Buffer.allocUnsafeSlow(1 << 14);
  view = new DataView(this.bytes.buffer);
  at = 0;

  /** Makes room for a field of so many bytes and for what may follow it in its row. */
  reserve(size: number): void {
    const needed = this.at + size + FIXED;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, needed));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }

  int32(value: number): void {
    this.view.setInt32(this.at, value);
    this.at += 4;
  }
}

type Write = (out: Field, value: never) => void;

const LATEST = BigInt(Number.MAX_SAFE_INTEGER);

function int2(out: Field, value: number | bigint): void {
  out.int32(2);
  out.view.setInt16(out.at, Number(value));
  out.at += 2;
}

function int4(out: Field, value: number | bigint): void {
  out.int32(4);
  out.int32(Number(value));
}

function int8(out: Field, value: number | bigint): void {
  out.int32(8);
  out.view.setBigInt64(out.at, BigInt(value));
  out.at += 8;
}

const time = (out: Field, value: bigint) => int8(out, value > LATEST ? LATEST : value);

function bool(out: Field, value: boolean): void {
  out.int32(1);
  out.bytes[out.at++] = value ? 1 : 0;
}

/** Groups of four decimal digits with the weight of the first. */
function uint64(out: Field, value: number | bigint): void {
  const digits: number[] = [];
  for (let rest = BigInt(value); rest > 0n; rest /= 10_000n) digits.unshift(Number(rest % 10_000n));
  out.int32(8 + digits.length * 2);
  for (const word of [digits.length, Math.max(digits.length - 1, 0), 0, 0, ...digits]) {
    out.view.setUint16(out.at, word);
    out.at += 2;
  }
}

/** `0x…`, or the bytes themselves. */
function bytes(out: Field, value: string | Uint8Array): void {
  if (typeof value !== "string") {
    out.reserve(4 + value.length);
    out.int32(value.length);
    out.bytes.set(value, out.at);
    out.at += value.length;
    return;
  }
  const length = (value.length - 2) / 2;
  out.reserve(4 + length);
  out.int32(length);
  out.at += out.bytes.write(value.slice(2), out.at, length, "hex");
}

/** Lone surrogates have no UTF-8, and PostgreSQL holds no U+0000: they are shown as U+FFFD. */
export function writable(value: string): string {
  const text = value.isWellFormed() ? value : value.toWellFormed();
  return text.includes("\0") ? text.replaceAll("\0", "\ufffd") : text;
}

function utf8(out: Field, value: string): void {
  out.reserve(4 + value.length * 3);
  const length = out.bytes.write(value, out.at + 4, "utf8");
  out.int32(length);
  out.at += length;
}

const text = (out: Field, value: string) => utf8(out, writable(value));

/** jsonb is its version, 1, and JSON text without the escape that it refuses. */
function json(out: Field, value: unknown): void {
  utf8(out, `\x01${writable(JSON.stringify(value).replaceAll("\\u0000", "\\ufffd"))}`);
}

const writers: Readonly<Record<Kind, Write>> = { int2, int4, int8, uint64, time, bool, bytes, text, json };

interface Place {
  readonly block: bigint;
  readonly txHash: string;
  readonly logIndex: number;
  readonly timestamp: bigint;
}

/** The columns of provenance as `CopyRows.add` takes them; the same buffer every time. */
export function createProvenance(): (place: Place) => Uint8Array {
  const out = new Field();
  return ({ block, txHash, logIndex, timestamp }) => {
    out.at = 0;
    int8(out, block);
    bytes(out, txHash);
    int4(out, logIndex);
    time(out, timestamp);
    return out.bytes.subarray(0, out.at);
  };
}

/** Rows of a table as COPY takes them. */
export class CopyRows {
  readonly #fields: number;
  readonly #columns: readonly {
    readonly name: string;
    readonly write: (out: Field, value: unknown) => void;
  }[];
  readonly #out = new Field();
  readonly #ends: number[] = [];

  constructor(t: Table) {
    this.#fields = allColumns(t).length;
    this.#columns = Object.entries(t.columns).map(([name, { kind }]: [string, Column]) => ({
      name,
      write: writers[kind] as (out: Field, value: unknown) => void,
    }));
  }

  /** Takes all rows out, whose memory is written over from then on. */
  clear(): void {
    this.#out.at = 0;
    this.#ends.length = 0;
  }

  get count(): number {
    return this.#ends.length;
  }

  /** Bytes of all rows. */
  get size(): number {
    return this.#out.at;
  }

  /**
   * Adds a row's own columns, and its provenance where the table has one.
   * @returns the row's number, from 0
   */
  add(row: Readonly<Record<string, unknown>>, provenance?: Uint8Array): number {
    const out = this.#out;
    out.reserve(0);
    out.view.setInt16(out.at, this.#fields);
    out.at += 2;
    for (const { name, write } of this.#columns) {
      const value = row[name];
      if (value === null || value === undefined) out.int32(-1);
      else write(out, value);
    }
    if (provenance) {
      out.bytes.set(provenance, out.at);
      out.at += provenance.length;
    }
    return this.#ends.push(out.at) - 1;
  }

  /** All rows, or those of these numbers, in pieces to be sent one after another. */
  pieces(numbers?: Iterable<number>): Buffer[] {
    if (!numbers) return [HEADER, this.#out.bytes.subarray(0, this.#out.at), TRAILER];
    const chosen: Buffer[] = [];
    for (const number of numbers) {
      chosen.push(this.#out.bytes.subarray(this.#ends[number - 1] ?? 0, this.#ends[number]));
    }
    return [HEADER, Buffer.concat(chosen), TRAILER];
  }
}
