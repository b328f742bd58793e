import type pg from "pg";
import { sendAll } from "../../../indexer/store/statements.ts";
import type { ProngsaiError } from "../../../sdk/errors.ts";
import { equalBytes } from "../../../sdk/hex.ts";
import type { SealedRecord } from "../../../sdk/log/record/index.ts";
import { answerBody } from "../answer/body.ts";
import { RecentKeys } from "../answer/recent.ts";
import type { Known, Place } from "../answer/recent.ts";
import { pathIn } from "../check/located.ts";
import { checkOwnEntries, entriesToRead, erasedBy } from "../check/own-entries.ts";
import { checkReferences } from "../check/references.ts";
import { nextSequence } from "../check/sequence.ts";
import { Committer } from "../commit/committer.ts";
import type { CommitterOptions } from "../commit/committer.ts";
import type { PromiseSigner } from "../commit/group.ts";
import { groupStatements } from "../commit/write-group.ts";
import { intakeError } from "../errors/intake-error.ts";
import type { KnownService } from "../known/service.ts";
import { AnchorWatch } from "../logs/anchor-watch.ts";
import { Recheck } from "../logs/recheck.ts";
import type { ServiceLog, Writer } from "../logs/service-log.ts";
import { readAnswer } from "../read/answer.ts";
import { findEarlier, indexOfSequence, readEarlier } from "../read/earlier.ts";
import type { Earlier } from "../read/earlier.ts";
import { readNamedEntries } from "../read/named-entries.ts";
import type { Int8, Queryable } from "../store/queryable.ts";
import { storeFailure } from "../store/failure.ts";
import { ClosedLogs } from "./closed-logs.ts";
import { openWriter, STATEMENT_TIMEOUT } from "./connection.ts";
import { OpenLogs } from "./open-logs.ts";
import type { ChainPlace } from "./open-logs.ts";
import { within } from "./within.ts";

export interface SessionOptions extends ChainPlace {
  readonly databaseUrl: string;
  /** for reads beside the writing connection */
  readonly reads: Queryable;
  readonly signer: PromiseSigner;
  readonly onCommitted: CommitterOptions["onCommitted"];
  /** as the index knows them now */
  readonly services: () => Iterable<KnownService>;
  /** told when a log is closed that was not when the session began */
  readonly onClosed: (error: ProngsaiError) => void;
}

/** A request that is verified, and whose records are not looked at yet. */
export interface VerifiedAction {
  readonly service: KnownService;
  readonly submitter: string;
  /** SHA-256 of its body, 32 bytes */
  readonly bodyDigest: Uint8Array;
  /** first 16 bytes of the SHA-256 of its Idempotency-Key */
  readonly keyHash: Uint8Array;
  /**
   * Its records, checked.
   *
   * @throws ProngsaiError of whatever is wrong with them
   */
  readonly records: () => Promise<readonly SealedRecord[]>;
  /** number of anchored entries of a service's log, by its name; for references */
  readonly anchoredSize: (service: string) => number;
}

/**
 * A group must be durable so long after it was sent (milliseconds): a little longer than one statement may take, so that a
 * server that answers is the one who says what happened. Then the connection is given up, as when it breaks.
 */
const WRITTEN_WITHIN = STATEMENT_TIMEOUT + 5_000;

/** Requests whose keys are remembered from before the session, of each log. */
const REMEMBERED = 10_000;

/**
 * The time in which this process is the writer: from taking the lock until the connection is lost or a group could not
 * be written. Then everything that it knew in memory is dropped, and the next session reads what is durable.
 */
export class Session {
  readonly #options: SessionOptions;
  readonly #client: pg.Client;
  readonly #logs: OpenLogs;
  readonly #committer: Committer;
  readonly #anchors: AnchorWatch;
  readonly #recheck: Recheck;
  readonly #closed: ClosedLogs;
  readonly #recent = new RecentKeys();
  #end: (reason: unknown) => void = () => undefined;
  /** Resolves with the error that ended it, undefined when it was closed. */
  readonly ended = new Promise<unknown>((resolve) => (this.#end = resolve));

  private constructor(options: SessionOptions, client: pg.Client, logs: OpenLogs, last: LastGroup) {
    this.#options = options;
    this.#client = client;
    this.#logs = logs;
    this.#closed = new ClosedLogs(client, options.deployment.deploymentId, () => this.closedLogs());
    this.#anchors = new AnchorWatch({
      chain: options,
      reads: options.reads,
      logOf: (name) => logs.find(name),
      services: options.services,
      onClosed: (error) => this.#tellClosed(error),
    });
    this.#recheck = new Recheck({
      reads: options.reads,
      logs: () => logs.opened(),
      onClosed: (error) => this.#tellClosed(error),
    });
    this.#committer = new Committer({
      signer: options.signer,
      firstGroup: last.id + 1,
      lastIssuedAt: last.issuedAt,
      write: async (group) => {
        const { signer, deployment } = options;
        const statements = groupStatements(group, signer, deployment.deploymentId);
        await within(WRITTEN_WITHIN, sendAll(client, statements));
      },
      onCommitted: options.onCommitted,
      onFailure: (error) => this.#end(error),
    });
  }

  /** @returns undefined when another process is the writer */
  static async open(options: SessionOptions): Promise<Session | undefined> {
    let lost: (error: unknown) => void = () => undefined;
    let closed: (error: ProngsaiError) => void = () => undefined;
    const client = await openWriter(options.databaseUrl, (error) => lost(error));
    if (!client) return undefined;
    try {
      const logs = await OpenLogs.open(client, options, (error) => closed(error));
      const session = new Session(options, client, logs, await lastGroup(client));
      closed = (error) => session.#tellClosed(error);
      lost = (error) => session.#committer.fail(storeFailure(error));
      await session.#remember();
      session.#closed.tell();
      return session;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Requests that wait to become durable. */
  get waiting(): number {
    return this.#committer.waiting;
  }

  /** Errors by which single logs are closed, from the start or since. */
  async closedLogs(): Promise<ProngsaiError[]> {
    const since = [...this.#logs.opened()].flatMap(({ closed }) => (closed ? [closed] : []));
    return [...(await this.#logs.closed()), ...since];
  }

  /** The index has read on: logs are compared with what is anchored. */
  compare(): void {
    this.#anchors.look();
  }

  /** Ends after what was taken is durable; another process may write then. */
  async close(): Promise<void> {
    await this.#recheck.close();
    await this.#anchors.close();
    await this.#closed.close();
    await this.#committer.settled();
    this.#committer.fail(intakeError("LOG_INTAKE_NOT_WRITER"));
    await this.#client.end().catch(() => undefined);
    this.#end(undefined);
  }

  /** Gives the connection up without waiting. */
  async drop(): Promise<void> {
    // First: while it lives, the lock is taken.
    await this.#client.end().catch(() => undefined);
    await this.#recheck.close();
    await this.#anchors.close();
    await this.#closed.close();
  }

  /**
   * The answer to a request: a promise, as soon as its records are durable, or the same promise again.
   *
   * @param fresh told before the records are looked at, unless the request came before
   * @returns the answer's body
   */
  async answer(action: VerifiedAction, fresh: () => void): Promise<string> {
    const log = await this.#logs.of(action.service);
    checkChain(log, action.service);
    const writer = this.#logs.writer(log, action.submitter);
    const name = RecentKeys.name(writer.number, action.keyHash);
    const known = this.#recent.get(name);
    if (known) return await this.#again(known, action);
    fresh();
    const records = await action.records();
    const { number, service } = log;
    const named = await readNamedEntries(
      this.#options.reads,
      { log: number, service },
      entriesToRead(records).filter((index) => index < log.acknowledged),
    );
    // From here to `add` nothing is awaited: what is checked of the log still holds when the request is in the queue.
    const meanwhile = this.#recent.get(name);
    if (meanwhile) return await this.#again(meanwhile, action);
    const first = records[0]!.record.clientSeq;
    if (first < writer.next) return await this.#earlier(writer, first, action);
    const next = nextSequence(records, writer.next);
    checkReferences(records, (of) => this.#sizeOf(of, log, action));
    checkOwnEntries(records, writer.submitter, named, log.erasing, log.acknowledged);
    this.#checkClock();
    checkChain(log, action.service);
    writer.next = next;
    for (const { record } of records) {
      const erased = erasedBy(record);
      if (erased !== undefined) log.erasing.add(erased);
    }
    return await this.#add(log, writer, records, action, name);
  }

  #add(
    log: ServiceLog,
    writer: Writer,
    records: readonly SealedRecord[],
    action: VerifiedAction,
    name: string,
  ): Promise<string> {
    const { service, bodyDigest, keyHash } = action;
    const underWay = new Promise<string>((resolve, reject) => {
      const done = (answer: string, firstIndex: number) => {
        this.#recent.set(name, { at: { log: log.number, firstIndex } });
        resolve(answer);
      };
      const failed = (error: unknown) => reject(storeFailure(error) as Error);
      const { maxMergeDelay } = service;
      this.#committer.add({ log, writer, records, maxMergeDelay, bodyDigest, keyHash, done, failed });
    });
    this.#recent.set(name, { underWay, bodyDigest });
    writer.last = underWay;
    return underWay;
  }

  /** A request under a key that is known. */
  async #again(known: Known, { bodyDigest, keyHash }: VerifiedAction): Promise<string> {
    if ("underWay" in known) {
      if (!equalBytes(known.bodyDigest, bodyDigest)) throw intakeError("LOG_INTAKE_KEY_REUSED");
      return await known.underWay;
    }
    const earlier = await readEarlier(this.#options.reads, known.at.log, known.at.firstIndex);
    return await this.#repeat(earlier!, bodyDigest, keyHash);
  }

  /** A request whose first number was logged: the same one again, or one that must not be. */
  async #earlier(writer: Writer, clientSeq: number, action: VerifiedAction): Promise<string> {
    // What has the number may still be on its way.
    await writer.last?.catch(() => undefined);
    const { reads } = this.#options;
    const earlier = await findEarlier(reads, writer.number, clientSeq);
    const same = earlier && equalBytes(earlier.keyHash, action.keyHash);
    if (same && earlier.firstSeq === clientSeq)
      return await this.#repeat(earlier, action.bodyDigest, action.keyHash);
    const standsAt = earlier ? await indexOfSequence(reads, earlier, clientSeq) : null;
    const details = { path: pathIn(0, "clientSeq"), index: 0, found: clientSeq, expected: writer.next };
    throw intakeError("LOG_INTAKE_SEQUENCE_REPEATED", { ...details, standsAt });
  }

  async #repeat(earlier: Earlier, bodyDigest: Uint8Array, keyHash: Uint8Array): Promise<string> {
    if (!equalBytes(earlier.bodyDigest, bodyDigest) || !equalBytes(earlier.keyHash, keyHash))
      throw intakeError("LOG_INTAKE_KEY_REUSED");
    const answer = await readAnswer(this.#options.reads, earlier.log, earlier.firstIndex);
    return answerBody(answer!);
  }

  #tellClosed(error: ProngsaiError): void {
    this.#options.onClosed(error);
    this.#closed.tell();
  }

  #sizeOf(service: string | undefined, log: ServiceLog, action: VerifiedAction): number {
    if (service === undefined) return log.acknowledged;
    return Math.max(this.#logs.find(service)?.acknowledged ?? 0, action.anchoredSize(service));
  }

  /** @throws ProngsaiError LOG_INTAKE_CLOCK */
  #checkClock(): void {
    const behind = this.#committer.lastIssuedAt - Math.floor(Date.now() / 1_000);
    if (behind > CLOCK_TOLERANCE) throw intakeError("LOG_INTAKE_CLOCK", { seconds: behind });
  }

  /** The keys of each log's last requests. */
  async #remember(): Promise<void> {
    const { rows } = await this.#client.query<RememberedRow>(
      `SELECT p.writer, p.key_hash, p.log, p.first_index FROM intake.log l CROSS JOIN LATERAL (
         SELECT * FROM intake.promise WHERE log = l.log ORDER BY first_index DESC LIMIT ${REMEMBERED}) p
       WHERE l.deployment = $1 ORDER BY p.group_id`,
      [Buffer.from(this.#options.deployment.deploymentId.slice(2), "hex")],
    );
    for (const { writer, key_hash, log, first_index } of rows) {
      const at: Place = { log, firstIndex: Number(first_index) };
      this.#recent.set(RecentKeys.name(writer, key_hash), { at });
    }
  }
}

/**
 * Nothing is anchored but what was acknowledged: another or a longer log on the chain was written by another gateway.
 *
 * @throws ProngsaiError LOG_INTAKE_CHAIN
 */
function checkChain({ name, acknowledged, closed }: ServiceLog, { anchoredSize }: KnownService): void {
  if (closed) throw closed;
  if (anchoredSize <= acknowledged) return;
  const details = { service: name, size: anchoredSize, anchored: "–", computed: `${acknowledged} entries` };
  throw intakeError("LOG_INTAKE_CHAIN", details);
}

/** How far the clock may stand behind the newest promise, in seconds: it is set now and then. */
const CLOCK_TOLERANCE = 300;

interface RememberedRow {
  readonly writer: number;
  readonly key_hash: Buffer;
  readonly log: number;
  readonly first_index: Int8;
}

interface LastGroup {
  readonly id: number;
  readonly issuedAt: number;
}

async function lastGroup(connection: Queryable): Promise<LastGroup> {
  const { rows } = await connection.query<{ id: Int8; issued_at: Int8 }>(
    "SELECT id, issued_at FROM intake.promise_group ORDER BY id DESC LIMIT 1",
  );
  return { id: Number(rows[0]?.id ?? 0), issuedAt: Number(rows[0]?.issued_at ?? 0) };
}
