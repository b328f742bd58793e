/** Logs that a range should hold: enough to make each request and each transaction worth it, few enough for memory. */
const WANTED_LOGS = 2_000;
const MOST_BLOCKS = 1_000;

/** Chooses how many blocks are asked for at once, from what the last answers held. */
export class RangeSize {
  #blocks: number;

  constructor(first = 8) {
    this.#blocks = first;
  }

  get blocks(): number {
    return this.#blocks;
  }

  /** After an answer: towards the wanted number of logs, at most doubling. */
  answered(blocks: number, logs: number): void {
    const wanted = logs === 0 ? blocks * 2 : Math.round((blocks * WANTED_LOGS) / logs);
    this.#blocks = Math.max(1, Math.min(wanted, blocks * 2, MOST_BLOCKS));
  }

  /** After the node said that it was too much. @returns whether less can be asked for */
  tooMuch(): boolean {
    if (this.#blocks === 1) return false;
    this.#blocks = Math.ceil(this.#blocks / 2);
    return true;
  }
}
