/**
 * A recorded chain on disk. Four files hold pieces of JSON, one piece a block, as the chain itself gave them: `blocks`
 * (with transactions), `logs`, `receipts` (what a receipt tells beyond its transaction and logs), `calls` (what the
 * chain answered to calls on the state of a block). Pieces of successive blocks can be sent as one: each begins with a
 * comma. `index` says where they end and which kinds of logs a block holds (`kinds.json` lists the kinds), `meta.json`
 * what was recorded.
 */
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, readSync } from "node:fs";
import { writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { DeploymentDescription } from "../../../sdk/deployment.ts";

export const pieceKinds = ["blocks", "logs", "receipts", "calls"] as const;
export type PieceKind = (typeof pieceKinds)[number];

export interface Meta {
  readonly deployment: DeploymentDescription;
  /** code of the ledger's contracts, by address in lower case */
  readonly codes: Readonly<Record<string, string>>;
  /** answer of web3_clientVersion */
  readonly clientVersion: string;
  /** seconds of executing and recording */
  readonly seconds: number;
}

/** Where a block's pieces end, and how much there is up to and including it. */
export interface Mark {
  readonly ends: Readonly<Record<PieceKind, number>>;
  readonly events: number;
  readonly transactions: number;
  /** of this block alone: bit i is set when it has logs of kind i */
  readonly kinds: bigint;
  /** `0x…` */
  readonly hash: string;
}

/** Eight bytes for each end and count and for the kinds, then the hash. */
const MARK = (pieceKinds.length + 3) * 8 + 32;
const MOST_KINDS = 64;
const noEnds = { blocks: 0, logs: 0, receipts: 0, calls: 0 };
const zero: Mark = { ends: noEnds, events: 0, transactions: 0, kinds: 0n, hash: "" };

function encodeMark({ ends, events, transactions, kinds, hash }: Mark): Buffer {
  const bytes = Buffer.alloc(MARK);
  [...pieceKinds.map((kind) => ends[kind]), events, transactions].forEach((value, i) =>
    bytes.writeDoubleLE(value, i * 8),
  );
  bytes.writeBigUInt64LE(kinds, MARK - 40);
  bytes.write(hash.slice(2), MARK - 32, "hex");
  return bytes;
}

function decodeMarks(bytes: Buffer): Mark[] {
  return Array.from({ length: Math.floor(bytes.length / MARK) }, (_, block) => {
    const at = block * MARK;
    const value = (i: number) => bytes.readDoubleLE(at + i * 8);
    return {
      ends: Object.fromEntries(pieceKinds.map((kind, i) => [kind, value(i)])) as Record<PieceKind, number>,
      events: value(pieceKinds.length),
      transactions: value(pieceKinds.length + 1),
      kinds: bytes.readBigUInt64LE(at + MARK - 40),
      hash: `0x${bytes.toString("hex", at + MARK - 32, at + MARK)}`,
    };
  });
}

const names = [...pieceKinds, "index"] as const;

interface Log {
  readonly address: string;
  readonly topics: readonly string[];
}

/** Contract and event of a log. */
export const kindOf = ({ address, topics }: Log): string => `${address.toLowerCase()} ${topics[0] ?? ""}`;

/** A block as it is written: lists of JSON values. */
export interface Pieces extends Readonly<Record<PieceKind, readonly object[]>> {
  readonly hash: string;
  readonly transactions: number;
  readonly logs: readonly Log[];
}

export class RecordingWriter {
  readonly #files: Record<(typeof names)[number], number>;
  /** of the blocks that were there when the recording was opened */
  readonly known: readonly Mark[];
  readonly #folder: string;
  readonly #kinds: string[];
  #last: Mark;

  /** Opens a recording to add blocks; what an interrupted writer left half-written is cut off. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#kinds = readKinds(folder);
    this.#files = Object.fromEntries(
      names.map((name) => [name, openSync(join(folder, name), existsSync(join(folder, name)) ? "r+" : "w+")]),
    ) as Record<(typeof names)[number], number>;
    this.known = decodeMarks(readFileSync(join(folder, "index")));
    this.#last = this.known.at(-1) ?? zero;
    ftruncateSync(this.#files.index, this.known.length * MARK);
    for (const kind of pieceKinds) ftruncateSync(this.#files[kind], this.#last.ends[kind]);
  }

  get events(): number {
    return this.#last.events;
  }

  add({ hash, transactions, ...pieces }: Pieces): void {
    const ends = { ...this.#last.ends };
    for (const kind of pieceKinds) {
      const bytes = Buffer.from(pieces[kind].map((value) => `,${JSON.stringify(value)}`).join(""));
      writeSync(this.#files[kind], bytes, 0, bytes.length, ends[kind]);
      ends[kind] += bytes.length;
    }
    const kinds = this.#kindsOf(pieces.logs);
    const before = this.#last;
    this.#last = {
      ends,
      events: before.events + pieces.logs.length,
      transactions: before.transactions + transactions,
      kinds,
      hash,
    };
    // Last, so that a block counts only when all of it is there.
    writeSync(this.#files.index, encodeMark(this.#last), 0, MARK, fstatSync(this.#files.index).size);
  }

  #kindsOf(logs: readonly Log[]): bigint {
    let bits = 0n;
    for (const kind of new Set(logs.map(kindOf))) {
      let at = this.#kinds.indexOf(kind);
      if (at === -1) {
        at = this.#kinds.push(kind) - 1;
        if (at >= MOST_KINDS) throw new RangeError(`a recording has ${MOST_KINDS} kinds of logs at most`);
        writeFileSync(join(this.#folder, "kinds.json"), JSON.stringify(this.#kinds, null, 2));
      }
      bits |= 1n << BigInt(at);
    }
    return bits;
  }

  close(): void {
    for (const file of Object.values(this.#files)) closeSync(file);
  }
}

function readKinds(folder: string): string[] {
  const file = join(folder, "kinds.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];
}

export const writeMeta = (folder: string, meta: Meta): void =>
  writeFileSync(join(folder, "meta.json"), JSON.stringify(meta, null, 2));

export class Recording {
  readonly meta: Meta;
  readonly kinds: readonly string[];
  /** one for each block, from block 0 */
  readonly marks: readonly Mark[];
  readonly #files: Record<PieceKind, number>;
  readonly #held = new Map<PieceKind, Buffer>();

  /** @param blocks how many of its blocks are seen, default all */
  constructor(folder: string, blocks = Infinity) {
    this.meta = JSON.parse(readFileSync(join(folder, "meta.json"), "utf8")) as Meta;
    this.kinds = readKinds(folder);
    this.marks = decodeMarks(readFileSync(join(folder, "index"))).slice(0, blocks);
    this.#files = Object.fromEntries(
      pieceKinds.map((kind) => [kind, openSync(join(folder, kind), "r")]),
    ) as Record<PieceKind, number>;
  }

  get head(): number {
    return this.marks.length - 1;
  }

  /** Takes pieces of these kinds into memory: who reads them then gets a view of them. */
  hold(...kinds: readonly PieceKind[]): void {
    for (const kind of kinds) {
      const bytes = Buffer.allocUnsafeSlow(this.marks.at(-1)!.ends[kind]);
      for (let at = 0; at < bytes.length;) {
        at += readSync(this.#files[kind], bytes, at, Math.min(bytes.length - at, 1 << 30), at);
      }
      this.#held.set(kind, bytes);
    }
  }

  /** The pieces of blocks `from` to `to` in one: JSON values separated by commas, maybe none. */
  read(kind: PieceKind, from: number, to: number): Buffer {
    const start = from === 0 ? 0 : this.marks[from - 1]!.ends[kind];
    const end = this.marks[to]!.ends[kind];
    if (start === end) return Buffer.alloc(0);
    const held = this.#held.get(kind);
    if (held) return held.subarray(start + 1, end);
    const bytes = Buffer.allocUnsafe(end - start - 1);
    readSync(this.#files[kind], bytes, 0, bytes.length, start + 1);
    return bytes;
  }

  parse(kind: PieceKind, from: number, to = from): unknown[] {
    return JSON.parse(`[${this.read(kind, from, to).toString("utf8")}]`) as unknown[];
  }
}

/** Number of blocks until the first one with which there are `events`; undefined when there never are. */
export function blocksWithEvents(marks: readonly Mark[], events: number): number | undefined {
  const at = marks.findIndex((mark) => mark.events >= events);
  return at === -1 ? undefined : at + 1;
}
