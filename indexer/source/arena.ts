/** Bytes: of the first chunk, and what chunks grow to. */
const FIRST = 1 << 13;
const LARGEST = 1 << 18;

/** Memory for many small pieces of bytes that are read together and are done with together. */
export class Arena {
  /** Where pieces are written, from `at` on. */
  chunk = Buffer.alloc(0);
  at = 0;

  /** Makes room for a piece in one stretch. Pieces that were taken stay where they are. */
  reserve(size: number): void {
    if (this.at + size <= this.chunk.length) return;
    const usual = Math.min(Math.max(FIRST, this.chunk.length * 2), LARGEST);
    this.chunk = Buffer.allocUnsafeSlow(Math.max(usual, size));
    this.at = 0;
  }

  /** The piece that was written from `start` to `end`; the next one begins there. */
  take(start: number, end: number): Buffer {
    this.at = end;
    return this.chunk.subarray(start, end);
  }
}
