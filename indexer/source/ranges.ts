import { RangeSize } from "./range-size.ts";
import { readRange } from "./read-range.ts";
import { retrying } from "./retry.ts";
import type { OnRetry } from "./retry.ts";
import { TooMuchError } from "./rpc.ts";
import type { Rpc } from "./rpc.ts";
import { lastOfStretch } from "./stretch.ts";
import type { Contracts, Range } from "./types.ts";

export interface RangesOptions {
  readonly rpc: Rpc;
  readonly contracts: Contracts;
  readonly signal: AbortSignal;
  readonly onRetry?: OnRetry;
}

/** Reads stretches of the chain one after another, each one ahead while the one before is being worked on. */
export class Ranges {
  readonly #options: RangesOptions;
  readonly #size = new RangeSize();
  #ahead: { from: number; range: Promise<Range> } | undefined;

  constructor(options: RangesOptions) {
    this.#options = options;
  }

  /** The range that begins at `from` and ends at `head` or earlier; the next one is begun at once. */
  async next(from: number, head: number): Promise<Range> {
    const range = await (this.#ahead?.from === from ? this.#ahead.range : this.#read(from, head));
    this.#ahead = undefined;
    if (range.to < head) {
      const following = this.#read(range.to + 1, head);
      // Whoever takes it sees its error; until then it must not end the process.
      following.catch(() => undefined);
      this.#ahead = { from: range.to + 1, range: following };
    }
    return range;
  }

  /** Forgets what was read ahead, after a reorganisation or a contradiction. */
  reset(): void {
    this.#ahead = undefined;
  }

  async #read(from: number, head: number): Promise<Range> {
    const { rpc, contracts, signal, onRetry } = this.#options;
    return await retrying(
      async () => {
        for (;;) {
          try {
            const to = await lastOfStretch(rpc, from, Math.min(head, from + this.#size.blocks - 1));
            const range = await readRange(rpc, contracts, from, to);
            if (to < head || range.logs.length > 0) this.#size.answered(to - from + 1, range.logs.length);
            return range;
          } catch (error) {
            if (!(error instanceof TooMuchError) || !this.#size.tooMuch()) throw error;
          }
        }
      },
      signal,
      onRetry,
    );
  }
}
