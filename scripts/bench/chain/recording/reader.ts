import { openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { decodeMarks, pieceKinds, readKinds } from "./format.ts";
import type { Mark, Meta, PieceKind } from "./format.ts";

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
