import { setTimeout as sleep } from "node:timers/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Wallet } from "ethers";
import type { Logger } from "pino";
import { openReadPool } from "../../indexer/store/read.ts";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import type { Documents } from "../../sdk/documents/index.ts";
import { ProngsaiError } from "../../sdk/errors.ts";
import { fromHex } from "../../sdk/hex.ts";
import { schemaDocument } from "../../sdk/log/catalogue/schema-document.ts";
import { commonActions } from "../../sdk/log/common/index.ts";
import type { Heads } from "../read/heads.ts";
import type { LedgerHead } from "../read/ledger-head.ts";
import { Admission } from "./check/admission.ts";
import type { Limits } from "./check/load.ts";
import type { PromiseSigner } from "./commit/group.ts";
import { intakeError } from "./errors/intake-error.ts";
import { serviceIn } from "./http/address.ts";
import { ActionsHandler } from "./http/handler.ts";
import { KnownServices } from "./known/known-services.ts";
import { Schemas } from "./known/schemas.ts";
import { IntakeMetrics } from "./metrics.ts";
import { Session } from "./session/session.ts";
import type { SessionOptions } from "./session/session.ts";
import { storeFailure } from "./store/failure.ts";

export interface IntakeOptions {
  readonly databaseUrl: string;
  readonly rpcUrl: string;
  readonly deployment: DeploymentDescription;
  readonly documents: Documents;
  readonly heads: Heads;
  readonly ledger: LedgerHead;
  /** the gateway's: it signs promises, and its account anchors */
  readonly key: Wallet;
  readonly publicUrl?: string;
  readonly limits?: Limits;
  readonly proxies: number;
  readonly bodyWithin: number;
  readonly logger: Logger;
}

/** Connections for reads beside the writing one, and how long one of their queries may take (milliseconds). */
const READERS = 4;
const READ_WITHIN = 10_000;
/** Milliseconds until the next attempt to become the writer, and how long a start waits for the first one. */
const AGAIN = 500;
const FIRST_WITHIN = 5_000;

/** Takes the services' actions: as long as this process is the writer, and no other. */
export class Intake {
  readonly #options: IntakeOptions;
  /** of this process, whether or not it is the writer */
  readonly metrics = new IntakeMetrics(
    () => (this.#current instanceof Session ? this.#current.waiting : 0),
    async () => {
      if (!(this.#current instanceof Session)) return [];
      return (await this.#current.closedLogs()).map(({ code }) => code);
    },
  );
  readonly #handler: ActionsHandler;
  readonly #services: KnownServices;
  readonly #session: SessionOptions;
  readonly #pool: ReturnType<typeof openReadPool>;
  readonly #stop = new AbortController();
  #current: Session | ProngsaiError = intakeError("LOG_INTAKE_NOT_WRITER");
  #running: Promise<void> | undefined;
  #tried: () => void = () => undefined;

  constructor(options: IntakeOptions) {
    const { databaseUrl, rpcUrl, deployment, documents, heads, ledger, key, publicUrl, logger } = options;
    this.#options = options;
    this.#pool = openReadPool(databaseUrl, {
      max: READERS,
      connectionTimeoutMillis: 5_000,
      query_timeout: READ_WITHIN,
    });
    this.#pool.on("error", () => undefined);
    const account = fromHex(key.address, 20);
    const signer: PromiseSigner = {
      privateKey: key.privateKey,
      account,
      domain: {
        chainId: deployment.chainId,
        verifyingContract: deployment.contracts["ActionLog"]!.address,
      },
    };
    this.#session = {
      ...{ databaseUrl, rpcUrl, deployment, reads: this.#pool, signer },
      onCommitted: (requests, records, seconds) => this.metrics.committed(requests, records, seconds),
      services: () => this.#services.all.values(),
      onClosed: ({ code, message, details }) => logger.error({ code, ...details }, message),
    };
    this.#services = new KnownServices({
      pool: this.#pool,
      heads,
      ledger,
      deployment: deployment.deploymentId,
      gateway: account,
      onRead: () => {
        if (this.#current instanceof Session) this.#current.compare();
      },
    });
    this.#handler = new ActionsHandler({
      services: this.#services,
      schemas: new Schemas(documents),
      admission: new Admission(options.limits),
      session: () => {
        if (this.#current instanceof ProngsaiError) throw this.#current;
        return this.#current;
      },
      account: key.address,
      metrics: this.metrics,
      ...(publicUrl && { publicUrl }),
      proxies: options.proxies,
      bodyWithin: options.bodyWithin,
      logger,
    });
  }

  /** Begins to try to become the writer; waits for the first attempt only, and not for long. */
  async start(): Promise<void> {
    await this.#publishCommonSchemas();
    await this.#services.start();
    const tried = new Promise<void>((resolve) => (this.#tried = resolve));
    this.#running = this.#run();
    await Promise.race([tried, sleep(FIRST_WITHIN, undefined, { ref: false })]);
  }

  /** Who reads a log later finds the schemas of the types that no service has to define. */
  async #publishCommonSchemas(): Promise<void> {
    const { documents, logger } = this.#options;
    try {
      for (const action of commonActions) await documents.put(schemaDocument(action));
    } catch (error) {
      const { code } = error as { code?: unknown };
      logger.warn(
        { code },
        "the schemas of the common types could not be published; the next start tries again",
      );
    }
  }

  /** The services as this process knows them. */
  get services(): KnownServices {
    return this.#services;
  }

  /** Whether a request is one for `handle`. */
  static takes({ method, url }: IncomingMessage): boolean {
    return method === "POST" && serviceIn(url!) !== undefined;
  }

  handle(request: IncomingMessage, response: ServerResponse, waits: boolean): Promise<void> {
    return this.#handler.handle(request, response, waits);
  }

  /** Takes nothing new, finishes what it took, and lets another process be the writer. */
  async close(): Promise<void> {
    this.#stop.abort();
    const session = this.#current;
    this.#current = intakeError("LOG_INTAKE_NOT_WRITER");
    if (session instanceof Session) await session.close();
    await this.#running;
    await this.#services.close();
    await this.#pool.end();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      this.#current = await this.#attempt();
      this.#tried();
      await sleep(AGAIN, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One time as the writer. @returns why it is not any more */
  async #attempt(): Promise<ProngsaiError> {
    const { logger } = this.#options;
    const started = performance.now();
    try {
      const session = await Session.open(this.#session);
      if (!session) return intakeError("LOG_INTAKE_NOT_WRITER");
      if (this.#stop.signal.aborted) {
        await session.close();
        return intakeError("LOG_INTAKE_NOT_WRITER");
      }
      const closed = await session.closedLogs();
      for (const { code, message, details } of closed) logger.error({ code, ...details }, message);
      const milliseconds = Math.round(performance.now() - started);
      logger.info({ closed: closed.length, milliseconds }, "this process writes the logs");
      this.#current = session;
      session.compare();
      this.#tried();
      const reason = await session.ended;
      await session.drop();
      return this.#explain(reason ?? intakeError("LOG_INTAKE_NOT_WRITER"));
    } catch (error) {
      return this.#explain(error);
    }
  }

  #explain(error: unknown): ProngsaiError {
    const { logger } = this.#options;
    const known = storeFailure(error);
    const { code, message } = error as { code?: unknown; message?: string };
    if (!(known instanceof ProngsaiError)) {
      logger.error({ code, name: (error as Error).name, message }, "the intake cannot write");
      return intakeError("LOG_INTAKE_STORE_UNREACHABLE", {}, error);
    }
    if (known.code !== "LOG_INTAKE_NOT_WRITER") logger.warn({ code: known.code, cause: code }, known.message);
    return known;
  }
}
