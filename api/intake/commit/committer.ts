import { setTimeout as sleep } from "node:timers/promises";
import { answerBody } from "../answer/body.ts";
import { toHex } from "../../../sdk/hex.ts";
import { formGroup } from "./group.ts";
import type { Group, PromiseSigner } from "./group.ts";
import type { Pending } from "./pending.ts";

/** What goes into one group at most: records, and bytes of them. */
const MOST_RECORDS = 8_192;
const MOST_BYTES = 8 * 2 ** 20;
/**
 * Under load groups begin at least so far apart (milliseconds): signing and committing take about 1.2 ms of processor time
 * for one request and for a hundred. A request waits for half of it on average, and its sender with it: writers that send
 * one action after another are bound by this, not by the processor, when it is longer than their requests take together.
 */
const APART = 10;
/** Requests in the last group from which on there is load. */
const LOAD = 8;

export interface CommitterOptions {
  readonly signer: PromiseSigner;
  /** number of the first group */
  readonly firstGroup: number;
  /** Unix seconds of the newest promise that was ever given */
  readonly lastIssuedAt: number;
  /** Makes a group durable. When it rejects, nothing more is written: the logs in memory are ahead of those stored. */
  readonly write: (group: Group) => Promise<void>;
  /** told of each group that is durable: its requests, their records, and the seconds that it took */
  readonly onCommitted: (requests: number, records: number, seconds: number) => void;
  /** told once, when writing failed */
  readonly onFailure: (error: unknown) => void;
}

/** Group commit: what comes while a group is written becomes durable together in the next one. */
export class Committer {
  readonly #options: CommitterOptions;
  #waiting: Pending[] = [];
  #running: Promise<void> | undefined;
  #nextGroup: number;
  #lastIssuedAt: number;
  #failure: { readonly error: unknown } | undefined;

  constructor(options: CommitterOptions) {
    this.#options = options;
    this.#nextGroup = options.firstGroup;
    this.#lastIssuedAt = options.lastIssuedAt;
  }

  /** Unix seconds of the newest promise. */
  get lastIssuedAt(): number {
    return this.#lastIssuedAt;
  }

  /** Requests that wait for the next group. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Takes a request; it is told when it is durable, or that it failed. */
  add(pending: Pending): void {
    if (this.#failure) return pending.failed(this.#failure.error);
    this.#waiting.push(pending);
    this.#running ??= this.#run();
  }

  /** Resolves when everything that was taken has been told. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Everything that waits fails with this error, and whatever comes later. */
  fail(error: unknown): void {
    if (this.#failure) return;
    this.#failure = { error };
    for (const { failed } of this.#waiting.splice(0)) failed(error);
    this.#options.onFailure(error);
  }

  async #run(): Promise<void> {
    let requests = 0;
    let started = 0;
    while (this.#waiting.length > 0 && !this.#failure) {
      const pause = started + APART - performance.now();
      if (requests >= LOAD && pause > 0) await sleep(pause);
      started = performance.now();
      const taken = this.#take();
      requests = taken.length;
      await this.#commit(taken);
    }
    this.#running = undefined;
  }

  #take(): Pending[] {
    let records = 0;
    let bytes = 0;
    let count = 0;
    for (const pending of this.#waiting) {
      records += pending.records.length;
      bytes += pending.records.reduce((sum, record) => sum + record.bytes.length, 0);
      if (count > 0 && (records > MOST_RECORDS || bytes > MOST_BYTES)) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  async #commit(taken: readonly Pending[]): Promise<void> {
    const started = performance.now();
    try {
      this.#lastIssuedAt = Math.max(this.#lastIssuedAt, Math.floor(Date.now() / 1_000));
      const group = formGroup(this.#nextGroup++, taken, this.#lastIssuedAt, this.#options.signer);
      await this.#options.write(group);
      const records = taken.reduce((sum, one) => sum + one.records.length, 0);
      this.#options.onCommitted(taken.length, records, (performance.now() - started) / 1_000);
      tell(group);
    } catch (error) {
      for (const { failed } of taken) failed(error);
      this.fail(error);
    }
  }
}

/** Tells each request what it was promised. */
function tell({ growths, promises }: Group): void {
  let place = 0;
  for (const { log, after, given } of growths) {
    log.acknowledged = after;
    for (const { pending, statement } of given) {
      const { firstIndex, count, deadline } = statement;
      const leaves = pending.records.map(({ leaf }) => toHex(leaf));
      const promise = promises[place++]!;
      pending.done(
        answerBody({ service: log.name, firstIndex, count, leaves, deadline, promise }),
        firstIndex,
      );
    }
  }
}
