import type { DeploymentDescription } from "../../../sdk/deployment.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { toHex } from "../../../sdk/hex.ts";
import { chainHeads } from "../logs/chain-heads.ts";
import { newLog, restoreLog } from "../logs/restore.ts";
import type { AnchoredHead } from "../logs/restore.ts";
import type { ServiceLog, Writer } from "../logs/service-log.ts";
import { readLogs } from "../read/logs.ts";
import type { AcknowledgedLog } from "../read/logs.ts";
import { isOurs } from "../store/failure.ts";
import type { Int8, Queryable } from "../store/queryable.ts";

export interface ChainPlace {
  readonly rpcUrl: string;
  readonly deployment: DeploymentDescription;
}

/** How long after a look at the chain that failed the next one comes, in milliseconds. */
const AGAIN = 1_000;

type Opened = Promise<ServiceLog>;
interface WriterRow {
  readonly writer: number;
  readonly log: number;
  readonly submitter: string;
  readonly next_seq: Int8;
}

/** The logs of one session. A log that is not as it should be stays closed, and the others are open. */
export class OpenLogs {
  readonly #connection: Queryable;
  readonly #chain: ChainPlace;
  readonly #onClosed: (error: ProngsaiError) => void;
  readonly #logs = new Map<string, Opened>();
  /** those that are open, by the services' names */
  readonly #open = new Map<string, ServiceLog>();
  #nextLog = 1;
  #nextWriter = 1;

  private constructor(connection: Queryable, chain: ChainPlace, onClosed: (error: ProngsaiError) => void) {
    this.#connection = connection;
    this.#chain = chain;
    this.#onClosed = onClosed;
  }

  /**
   * All logs that are stored, each restored, or closed with the reason.
   *
   * @param onClosed told of each log that cannot even begin, when it is first asked for
   */
  static async open(
    connection: Queryable,
    chain: ChainPlace,
    onClosed: (error: ProngsaiError) => void,
  ): Promise<OpenLogs> {
    const logs = new OpenLogs(connection, chain, onClosed);
    const stored = await readLogs(connection, chain.deployment.deploymentId);
    const { rows } = await connection.query<{ log: number; writer: number }>(
      `SELECT (SELECT coalesce(max(log), 0) + 1 FROM intake.log)::int AS log,
        (SELECT coalesce(max(writer), 0) + 1 FROM intake.writer) AS writer`,
    );
    logs.#nextLog = rows[0]!.log;
    logs.#nextWriter = rows[0]!.writer;
    const heads = await chainHeads(
      chain,
      stored.map(({ service }) => toHex(service)),
    );
    for (const [place, log] of stored.entries()) {
      const opened = logs.#restore(log, heads[place]!);
      logs.#logs.set(toHex(log.service), opened);
      // One after another: they share the connection, and a failure is told to whoever asks for the log.
      await opened.catch((error: unknown) => {
        if (!(error instanceof ProngsaiError)) throw error;
      });
    }
    return logs;
  }

  /** Errors by which logs are closed. */
  async closed(): Promise<ProngsaiError[]> {
    const all = await Promise.allSettled(this.#logs.values());
    return all.flatMap((one) => (one.status === "rejected" ? [one.reason as ProngsaiError] : []));
  }

  /**
   * The log of a service.
   *
   * @throws ProngsaiError LOG_INTAKE_ROOT, LOG_INTAKE_CHAIN, CHAIN_UNAVAILABLE
   */
  of(service: { readonly id: string; readonly name: string }): Opened {
    const known = this.#logs.get(service.id);
    if (known) return known;
    const opened = this.#begin(service);
    this.#logs.set(service.id, opened);
    return opened;
  }

  /** A service's log, if it is open here. @param name of the service */
  find(name: string): ServiceLog | undefined {
    return this.#open.get(name);
  }

  /** Those that are open here. */
  opened(): Iterable<ServiceLog> {
    return this.#open.values();
  }

  /** The submitter's numbers in a log; it begins with 1. */
  writer(log: ServiceLog, submitter: string): Writer {
    const known = log.writers.get(submitter);
    if (known) return known;
    const writer = { number: this.#nextWriter++, submitter, next: 1 };
    log.writers.set(submitter, writer);
    return writer;
  }

  async #begin(service: { readonly id: string; readonly name: string }): Promise<ServiceLog> {
    try {
      const [head] = await chainHeads(this.#chain, [service.id]);
      const log = await newLog(this.#nextLog++, service, head!);
      this.#open.set(log.name, log);
      return log;
    } catch (error) {
      // Only the look at the chain failed: the next request looks again.
      if (error instanceof ProngsaiError && error.code === "CHAIN_UNAVAILABLE")
        setTimeout(() => this.#logs.delete(service.id), AGAIN).unref();
      if (isOurs(error)) this.#onClosed(error);
      throw error;
    }
  }

  async #restore(stored: AcknowledgedLog, anchored: AnchoredHead): Promise<ServiceLog> {
    const log = await restoreLog(this.#connection, stored, anchored);
    const { rows } = await this.#connection.query<WriterRow>(
      "SELECT writer, log, submitter, next_seq FROM intake.writer WHERE log = $1",
      [stored.log],
    );
    for (const { writer, submitter, next_seq } of rows)
      log.writers.set(submitter, { number: writer, submitter, next: Number(next_seq) });
    this.#open.set(log.name, log);
    return log;
  }
}
