import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";

/** Reads the rows of a query one after another, as lines of PostgreSQL's COPY text in latin1: one character a byte. */
export class Lines {
  readonly #chunks: AsyncIterator<Buffer>;
  #lines: string[] = [];
  #at = 0;
  /** Beginning of a line whose end has not come yet. */
  #rest = "";

  constructor(client: pg.ClientBase, query: string) {
    const stream = client.query(copyTo(`COPY (${query}) TO STDOUT`));
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** Whether `current` can be read without waiting. */
  get ready(): boolean {
    return this.#at < this.#lines.length;
  }

  /** The line that the reader stands on; undefined at the end, or when `fill` must be called. */
  get current(): string | undefined {
    return this.#lines[this.#at];
  }

  next(): void {
    this.#at++;
  }

  /** Waits for more lines; at the end there are none. */
  async fill(): Promise<void> {
    while (!this.ready) {
      const { value, done } = await this.#chunks.next();
      if (done) return;
      const text = this.#rest + value.toString("latin1");
      this.#lines = text.split("\n");
      this.#rest = this.#lines.pop()!;
      this.#at = 0;
    }
  }
}

const ESCAPED: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f", v: "\v" };

/** The values of a line; null where the row has none. */
export function valuesOf(line: string): (string | null)[] {
  return line.split("\t").map((text) => {
    if (text === "\\N") return null;
    return text.replaceAll(/\\(.)/g, (_, character: string) => ESCAPED[character] ?? character);
  });
}

/** What a person can read, from the latin1 of a line; bytes begin with `0x`. */
export function readable(value: string | null): string {
  if (value === null) return "null";
  const text = Buffer.from(value, "latin1").toString("utf8");
  return text.startsWith("\\x") ? `0x${text.slice(2)}` : text;
}
