import type { Logger } from "pino";
import { intakeError } from "../../intake/errors/intake-error.ts";
import { readLogs } from "../../intake/read/logs.ts";
import type { AcknowledgedLog } from "../../intake/read/logs.ts";
import type { Queryable } from "../../intake/store/queryable.ts";
import type { Documents } from "../../../sdk/documents/index.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import type { Texts } from "../../../sdk/errors.ts";
import { toHex } from "../../../sdk/hex.ts";
import { sha256 } from "../../../sdk/sha256.ts";
import { anchorData } from "../chain/action-log.ts";
import type { ActionLogChain, AnchorCall, ChainHead } from "../chain/action-log.ts";
import type { Sender } from "../chain/sender.ts";
import { anchoringError } from "../errors/anchoring-error.ts";
import type { CheckpointKeys } from "../keys/checkpoint-keys.ts";
import type { AnchoringMetrics } from "../metrics.ts";
import { earliestPromise } from "../logs/open-promise.ts";
import type { OpenPromise } from "../logs/open-promise.ts";
import { AcknowledgedTiles } from "../logs/source.ts";
import { HeldServices, concernsOneService } from "./held.ts";
import { Heartbeats } from "./heartbeats.ts";
import { prepareAnchor } from "./prepare-anchor.ts";

/** A promise due sooner than this (seconds) does not wait for the interval. */
const MARGIN = 20;
/** From this age on (milliseconds) it is looked whether a promise is late. */
const SLOW = 2_000;
/** Services prepared at the same time. */
const AT_ONCE = 4;
/** Services in one transaction, and the gas of one anchor and of a transaction at most. */
const IN_ONE = 100;
const GAS_OF_ANCHOR = 150_000;
const GAS_OF_TRANSACTION = 100_000;

/** Why a log is not anchored, and what was promised about it. */
export type Trouble = {
  readonly service: string;
  readonly code: string;
  readonly texts: Texts;
  /** first entry that is promised and not anchored, and by when it was promised (Unix seconds) */
  readonly index: number;
  readonly deadline: number;
};

export type AnchoringOptions = {
  readonly chain: ActionLogChain;
  readonly sender: Sender;
  readonly keys: CheckpointKeys;
  readonly documents: Pick<Documents, "put">;
  readonly metrics: AnchoringMetrics;
  readonly deploymentId: string;
  /** seconds */
  readonly interval: number;
  readonly logger: Logger;
  /** told after each transaction */
  readonly onAnchored?: (anchored: { readonly block: number; readonly services: number }) => void;
  /** told once for each reason, and again when a promise is late */
  readonly onTrouble?: (trouble: Trouble) => void;
  /** told when a log that was in trouble is anchored again */
  readonly onMended?: (service: string) => void;
};

/** A log with entries that are not anchored, and since when that is known (milliseconds, monotonic). */
type Waiting = { readonly log: AcknowledgedLog; readonly since: number };

/** Anchors what the intake acknowledged. One at a time does so for a deployment; a second one would only try in vain. */
export class Anchoring {
  readonly #options: AnchoringOptions;
  readonly #heartbeats: Heartbeats;
  readonly #held = new HeldServices();
  /** anchored sizes as last seen, by service id */
  readonly #anchored = new Map<string, number>();
  readonly #since = new Map<string, number>();
  readonly #late = new Set<string>();
  /** services that were told to be in trouble, by id; what is to be told of them after the round */
  readonly #troubled = new Set<string>();
  readonly #news = new Map<string, ProngsaiError>();
  #lastRound = -Infinity;

  constructor(options: AnchoringOptions) {
    this.#options = options;
    this.#heartbeats = new Heartbeats(options);
  }

  /**
   * Looks once whether something is to be anchored, or a sign of life to be given, and does it.
   *
   * @throws ProngsaiError when it has to be tried again as a whole: errors of the chain, of documents, of `Sender.send`;
   * errors of `pg`
   */
  async look(database: Queryable, signal: AbortSignal): Promise<void> {
    const logs = await readLogs(database, this.#options.deploymentId);
    const waiting = this.#waiting(logs);
    await this.#tellLate(database, logs);
    if (waiting.length > 0 && (await this.#isTime(database, waiting)))
      await this.#round(database, waiting, signal);
    await this.#tellHeld(database, logs);
    const sizes = new Map(logs.map(({ service, size }) => [toHex(service), size]));
    this.#options.metrics.held(this.#held.count);
    await this.#heartbeats.look(sizes, this.#anchored, signal);
  }

  #waiting(logs: readonly AcknowledgedLog[]): Waiting[] {
    const now = performance.now();
    return logs.flatMap((log) => {
      const id = toHex(log.service);
      if (log.size <= (this.#anchored.get(id) ?? -1)) {
        this.#since.delete(id);
        return [];
      }
      const since = this.#since.get(id) ?? now;
      this.#since.set(id, since);
      return this.#held.isHeld(id, now) ? [] : [{ log, since }];
    });
  }

  async #isTime(database: Queryable, waiting: readonly Waiting[]): Promise<boolean> {
    if (performance.now() - this.#lastRound >= this.#options.interval * 1_000) return true;
    const soon = Date.now() / 1_000 + MARGIN;
    for (const { log } of waiting) {
      const promise = await earliestPromise(database, log.log, this.#anchored.get(toHex(log.service)) ?? 0);
      if (promise && promise.deadline < soon) return true;
    }
    return false;
  }

  /** Says once for each log that a promise is broken, also of one that is held back. */
  async #tellLate(database: Queryable, logs: readonly AcknowledgedLog[]): Promise<void> {
    for (const { log, name: service, service: key } of logs) {
      const id = toHex(key);
      const since = this.#since.get(id) ?? Infinity;
      if (performance.now() - since < SLOW || this.#late.has(service)) continue;
      const promise = await earliestPromise(database, log, this.#anchored.get(id) ?? 0);
      if (!promise || promise.deadline >= Date.now() / 1_000) continue;
      this.#late.add(service);
      const { firstIndex: index, deadline } = promise;
      const late = anchoringError("LOG_ANCHOR_LATE", { service, index, deadline });
      this.#options.logger.error({ code: late.code, service, index, deadline }, late.message);
      this.#trouble(id, service, late, promise);
    }
  }

  /** Tells of the services that are held back since this round, each with the promise that runs out first. */
  async #tellHeld(database: Queryable, logs: readonly AcknowledgedLog[]): Promise<void> {
    for (const { log, name, service } of logs) {
      const id = toHex(service);
      const error = this.#news.get(id);
      const promise = error && (await earliestPromise(database, log, this.#anchored.get(id) ?? 0));
      if (promise) this.#trouble(id, name, error, promise);
    }
    this.#news.clear();
  }

  #trouble(id: string, service: string, error: ProngsaiError, promise: OpenPromise): void {
    const { code, texts } = error;
    const { firstIndex: index, deadline } = promise;
    this.#troubled.add(id);
    this.#options.onTrouble?.({ service, code, texts, index, deadline });
  }

  async #round(database: Queryable, waiting: readonly Waiting[], signal: AbortSignal): Promise<void> {
    this.#lastRound = performance.now();
    const heads = await this.#options.chain.heads(
      waiting.map(({ log }) => toHex(log.service)),
      signal,
    );
    const time = await this.#options.chain.time(signal);
    const work = waiting.map((one, at) => ({ ...one, head: heads[at]! }));
    const calls: AnchorCall[] = [];
    const next = work.values();
    const prepareNext = async () => {
      for (const one of next) {
        const call = await this.#prepare(database, one, time, signal);
        if (call) calls.push(call);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, prepareNext));
    const order = new Map(work.map(({ log }, at) => [toHex(log.service), at]));
    calls.sort((a, b) => order.get(a.service)! - order.get(b.service)!);
    for (let at = 0; at < calls.length; at += IN_ONE)
      await this.#send(calls.slice(at, at + IN_ONE), work, signal);
  }

  async #prepare(
    database: Queryable,
    { log, head }: { readonly log: AcknowledgedLog; readonly head: ChainHead },
    time: number,
    signal: AbortSignal,
  ): Promise<AnchorCall | undefined> {
    const id = toHex(log.service);
    this.#anchored.set(id, head.size);
    const { keys, documents } = this.#options;
    try {
      const tiles = new AcknowledgedTiles(database, log.log);
      if (log.size <= head.size) return await this.#requireSame(database, log, head);
      const signer = keys.signer(log.name);
      await this.#requireInForce(log, toHex(sha256(signer.key.publicKey)), time, signal);
      const call = await prepareAnchor(log, head, tiles, signer, documents);
      signal.throwIfAborted();
      return call;
    } catch (error) {
      this.#hold(id, log.name, error);
    }
  }

  /** A log that is no longer than what is anchored must be just that, unless it grew since it was read. */
  async #requireSame(
    database: Queryable,
    { log, name: service }: AcknowledgedLog,
    head: ChainHead,
  ): Promise<undefined> {
    const now = (await readLogs(database, this.#options.deploymentId)).find((one) => one.log === log)!;
    if (now.size > head.size || (now.size === head.size && toHex(now.root) === head.root)) return;
    const computed = now.size === head.size ? toHex(now.root) : `${now.size} entries`;
    throw intakeError("LOG_INTAKE_CHAIN", { service, size: head.size, anchored: head.root, computed });
  }

  async #requireInForce(
    { service, name }: AcknowledgedLog,
    keyId: string,
    time: number,
    signal: AbortSignal,
  ): Promise<void> {
    if (await this.#options.chain.isCheckpointKey(toHex(service), keyId, time, signal)) return;
    throw anchoringError("LOG_ANCHOR_KEY_NOT_IN_FORCE", { service: name, keyId });
  }

  #hold(id: string, service: string, error: unknown): void {
    if (!(error instanceof ProngsaiError) || !concernsOneService(error)) throw error;
    const { code, message } = error;
    if (!this.#held.hold(id, error, performance.now())) return;
    this.#options.logger.error({ code, service }, message);
    this.#news.set(id, error);
  }

  async #send(
    calls: AnchorCall[],
    work: readonly (Waiting & { head: ChainHead })[],
    signal: AbortSignal,
  ): Promise<void> {
    const { sender, logger, metrics, onAnchored, onMended } = this.#options;
    const nameOf = (id: string) => work.find(({ log }) => toHex(log.service) === id)!.log.name;
    const taken = await this.#taken(calls, nameOf, signal);
    if (taken.length === 0) return;
    const gas = GAS_OF_TRANSACTION + taken.length * GAS_OF_ANCHOR;
    const { txHash, block } = await sender.send(anchorData(taken), gas, signal);
    metrics.sent();
    for (const { service: id, newSize } of taken) {
      const { log, head, since } = work.find((one) => toHex(one.log.service) === id)!;
      const waited = Math.round(performance.now() - since);
      logger.info({ service: log.name, from: head.size, size: newSize, block, txHash, waited }, "anchored");
      metrics.anchored(newSize - head.size, waited);
      this.#anchored.set(id, newSize);
      this.#since.delete(id);
      this.#late.delete(log.name);
      this.#held.release(id);
      if (this.#troubled.delete(id)) onMended?.(log.name);
      // More than one bundle takes: go on at once.
      if (newSize < log.size) this.#lastRound = -Infinity;
    }
    onAnchored?.({ block, services: taken.length });
  }

  /** Those that the contract would take; a transaction is all or none, so the others are held back. */
  async #taken(
    calls: AnchorCall[],
    nameOf: (id: string) => string,
    signal: AbortSignal,
  ): Promise<AnchorCall[]> {
    const { sender } = this.#options;
    if (calls.length === 0 || !(await sender.refusal(anchorData(calls), signal))) return calls;
    const taken: AnchorCall[] = [];
    for (const call of calls) {
      const refusal = await sender.refusal(anchorData([call]), signal);
      if (!refusal) taken.push(call);
      // Somebody else anchored it meanwhile: the head is read anew.
      else if (refusal.code !== "ActionLogNotLonger") {
        const service = nameOf(call.service);
        const { code, message: reason } = refusal;
        this.#hold(
          call.service,
          service,
          anchoringError("LOG_ANCHOR_REFUSED", { service, code, reason }, refusal),
        );
      }
    }
    return taken;
  }
}
