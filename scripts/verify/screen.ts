const EVERY = 100;
/** A log gets a line now and then, so that long work is seen to go on. */
const EVERY_IN_LOG = 10_000;

/** One line that is written over on a terminal; a line now and then where there is none. */
export class Screen {
  readonly #stream: NodeJS.WriteStream;
  #shown = performance.now();

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  progress(text: string): void {
    const now = performance.now();
    if (now - this.#shown < (this.#stream.isTTY ? EVERY : EVERY_IN_LOG)) return;
    this.#shown = now;
    const { isTTY, columns = 80 } = this.#stream;
    this.#stream.write(isTTY ? `\r\x1b[K${text.slice(0, columns - 1)}` : `${text}\n`);
  }

  /** A line that stays. */
  line(text: string): void {
    this.clear();
    this.#stream.write(`${text}\n`);
  }

  clear(): void {
    if (this.#stream.isTTY) this.#stream.write("\r\x1b[K");
  }
}
