/** One service's days as records of its log. The played days are the same at every start; the log says how far they are in it. */
import { keccak256, toUtf8Bytes } from "ethers";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { findAction, schemaCid } from "../../../sdk/log/catalogue/index.ts";
import type { PlayedAction, Service } from "../../../sdk/log/catalogue/index.ts";
import { SubmissionError, submitOnce, withRetry } from "../../../sdk/log/client/index.ts";
import type { Gateway } from "../../../sdk/log/client/index.ts";
import type { ActionRecord, Reference } from "../../../sdk/log/record/index.ts";
import { recordBytes } from "../../../sdk/log/record/index.ts";
import { subjectCommit } from "../../../sdk/log/subject.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import { SUBMITTER } from "./cast.ts";

const SEED = 2569;
const MOST_RECORDS = 100;
const DAY = 86_400_000;
const ATTEMPTS = 12;
/** A number that no service of the demonstration will reach. */
const FAR_AHEAD = 1_000_000_000;

const subjectName = (type: string, subjectKey: string | null) => `${type} ${subjectKey}`;

/** What stands for a subject. The salt is public here as everything of the demonstration is; an agency's is random. */
const subjectOf = (service: string, key: string): string => {
  const salt = keccak256(toUtf8Bytes(`prongsai demonstration salt of ${key} of ${service}`));
  return subjectCommit(fromHex(salt, 32), key);
};

/**
 * Plays a service's days from its first day on. Sequence numbers follow from the played days: action n of the service's
 * life has `clientSeq` n, so that a restart needs no memory but the log's.
 */
export class PlayedService {
  readonly #service: Service;
  readonly #gateway: Gateway;
  /** first day, `2026-11-24` */
  readonly #origin: string;
  #played: PlayedAction[] = [];
  #playedUntil = 0;
  /** sequence number of the newest action of a type about a subject */
  readonly #newest = new Map<string, number>();
  /** index in the log by sequence number, as far as it was asked for or answered */
  readonly #indexes = new Map<number, number>();
  #next = 1;

  constructor(service: Service, origin: string, gateway: Gateway) {
    this.#service = service;
    this.#gateway = gateway;
    this.#origin = origin;
  }

  /** Number of actions that are in the log. */
  get logged(): number {
    return this.#next - 1;
  }

  /** Asks the log which number comes next: one that is far ahead is refused, and the refusal says so. */
  async resume(): Promise<void> {
    this.#play(Date.now());
    const [first] = this.#played;
    if (!first) return;
    const expected = await this.#refused(FAR_AHEAD, first, "expected");
    for (let seq = 1; seq < expected; seq++) this.#told(seq);
  }

  /** Hands in everything that has happened by an instant (ms). */
  async handIn(until: number): Promise<void> {
    this.#play(until);
    for (;;) {
      const records = await this.#batch(until);
      if (records.length === 0) return;
      const promise = await this.#submit(records);
      const { firstIndex } = promise.statement;
      for (const [at, { clientSeq }] of records.entries()) {
        this.#indexes.set(clientSeq, firstIndex + at);
        this.#told(clientSeq);
      }
    }
  }

  /** When the next action happens, ms. */
  get nextAt(): number {
    for (let days = 1; ; days++) {
      const action = this.#played[this.#next - 1];
      if (action) return Date.parse(action.ts);
      this.#play(Date.now() + days * DAY);
    }
  }

  /** Plays whole days until the day of an instant is among them. */
  #play(until: number): void {
    if (until < this.#playedUntil) return;
    const start = Date.parse(`${this.#origin}T00:00:00+07:00`);
    const days = Math.floor((until - start) / DAY) + 1;
    if (days < 1) return;
    this.#played = this.#service.days(SEED, this.#origin, days);
    this.#playedUntil = start + days * DAY;
  }

  #told(seq: number): void {
    const { type, subjectKey } = this.#played[seq - 1]!;
    this.#newest.set(subjectName(type, subjectKey), seq);
    this.#next = seq + 1;
  }

  /** The next records, without one that refers to another of them: its index is not known before that is in the log. */
  async #batch(until: number): Promise<ActionRecord[]> {
    const records: ActionRecord[] = [];
    const told = new Set<string>();
    for (let seq = this.#next; records.length < MOST_RECORDS; seq++) {
      const action = this.#played[seq - 1];
      if (!action || Date.parse(action.ts) > until) break;
      const { refs = [], type, subjectKey } = action;
      if (refs.some((one) => told.has(subjectName(one.type, one.subjectKey)))) break;
      const about: Reference[] = [];
      for (const one of refs) {
        const earlier = this.#newest.get(subjectName(one.type, one.subjectKey));
        if (earlier !== undefined) about.push({ index: await this.#indexOf(earlier) });
      }
      told.add(subjectName(type, subjectKey));
      records.push(this.#record(seq, action, about));
    }
    return records;
  }

  #record(clientSeq: number, action: PlayedAction, refs: readonly Reference[]): ActionRecord {
    const { name, agency } = this.#service;
    const { type, ts, actor, data, subjectKey } = action;
    return {
      ...{ v: 1, service: name, agency: agency.code, type, schema: schemaCid(findAction(name, type)!) },
      ...{ submitter: SUBMITTER, clientSeq, ts, actor, data },
      subject: subjectKey === null ? null : subjectOf(name, subjectKey),
      ...(refs.length > 0 && { refs }),
    };
  }

  /** Other writers' entries stand between this one's, so the log is asked. */
  async #indexOf(seq: number): Promise<number> {
    let index = this.#indexes.get(seq);
    if (index === undefined) {
      index = await this.#refused(seq, this.#played[seq - 1]!, "standsAt");
      this.#indexes.set(seq, index);
    }
    return index;
  }

  /** What the log says when it refuses a number that it has already, or that does not come next. */
  async #refused(seq: number, action: PlayedAction, detail: "expected" | "standsAt"): Promise<number> {
    const error: unknown = await this.#submit([this.#record(seq, action, [])]).then(
      () => new Error(`the log of ${this.#service.name} took the number ${seq}`),
      (error: unknown) => error,
    );
    const { problem } = error as Partial<SubmissionError>;
    if (!problem?.code.startsWith("LOG_INTAKE_SEQUENCE_")) throw error;
    return Number(problem.details[detail]);
  }

  #submit(records: readonly ActionRecord[]) {
    const { name } = this.#service;
    // The same records have the same key at every start.
    const idempotencyKey = toHex(sha256(Buffer.concat(records.map(recordBytes)))).slice(2, 66);
    const submission = { service: name, records, idempotencyKey };
    return withRetry(() => this.#once(submission), { attempts: ATTEMPTS });
  }

  /**
   * A service that was registered a moment ago is not known to the gateway yet; one whose log is closed stays so until
   * somebody mends it, and nobody should wait for that.
   */
  async #once(submission: Parameters<typeof submitOnce>[1]) {
    try {
      return await submitOnce(this.#gateway, submission);
    } catch (error) {
      if (!(error instanceof SubmissionError)) throw error;
      const code = error.problem?.code ?? "";
      if (!NOT_YET.has(code) && !CLOSED.has(code)) throw error;
      throw new SubmissionError("LOG_SUBMISSION_REFUSED", error.details, {
        retryable: NOT_YET.has(code),
        ...(error.problem && { problem: error.problem }),
        cause: error,
      });
    }
  }
}

const NOT_YET = new Set([
  "LOG_INTAKE_SERVICE_UNKNOWN",
  "LOG_INTAKE_TYPE_UNKNOWN",
  "LOG_INTAKE_GATEWAY_NOT_IN_FORCE",
  "LOG_SIGNATURE_KEY_UNKNOWN",
]);

const CLOSED = new Set(["LOG_INTAKE_ROOT", "LOG_INTAKE_ENTRY", "LOG_INTAKE_CHAIN"]);
