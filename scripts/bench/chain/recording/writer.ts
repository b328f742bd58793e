import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync } from "node:fs";
import { writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { decodeMarks, encodeMark, MARK, pieceKinds, readKinds, zero } from "./format.ts";
import type { Mark, Meta, PieceKind } from "./format.ts";

const names = [...pieceKinds, "index"] as const;
const MOST_KINDS = 64;

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

export const writeMeta = (folder: string, meta: Meta): void =>
  writeFileSync(join(folder, "meta.json"), JSON.stringify(meta, null, 2));
