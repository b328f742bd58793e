export interface ProgressLine {
  readonly block: number;
  readonly head: number;
  /** since the last line */
  readonly eventsPerSecond: number;
  /** at the pace since the last line */
  readonly secondsLeft: number;
}

/** How long nothing is said (milliseconds): what takes less needs no progress. */
const EVERY = 5_000;

/** Tells how far a mirror is that is not at the head, every few seconds. */
export class Progress {
  #since: number;
  #block: number | undefined;
  #events = 0;

  /** @param now milliseconds of any steady clock */
  constructor(now: number) {
    this.#since = now;
  }

  /** Call after each batch. @returns what to say now, mostly nothing */
  batch(batch: { block: number; head: number; events: number }, now: number): ProgressLine | undefined {
    const { block, head } = batch;
    this.#events += batch.events;
    this.#block ??= block;
    const seconds = (now - this.#since) / 1_000;
    if (now - this.#since < EVERY || block >= head) return undefined;
    const blocksPerSecond = Math.max(block - this.#block, 1) / seconds;
    const line = {
      block,
      head,
      eventsPerSecond: Math.round(this.#events / seconds),
      secondsLeft: Math.ceil((head - block) / blocksPerSecond),
    };
    this.#since = now;
    this.#block = block;
    this.#events = 0;
    return line;
  }
}
