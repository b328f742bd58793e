import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { checkContentDigest } from "../../../sdk/log/http-signature/content-digest.ts";
import { claimRequest, verifyHead } from "../../../sdk/log/http-signature/verify-request.ts";
import type { ClaimedRequest } from "../../../sdk/log/http-signature/verify-request.ts";
import { findPersonalData } from "../../../sdk/log/personal-data/index.ts";
import { recordForms } from "../../../sdk/log/record/index.ts";
import { restError } from "../../rest/problems/rest-error.ts";
import { clientOf } from "../../server/client-address.ts";
import { statusOf } from "../../rest/problems/status.ts";
import type { IntakeMetrics } from "../metrics.ts";
import type { Admission } from "../check/admission.ts";
import { holdsAlertsOnly } from "../check/alerts.ts";
import { readBody } from "../check/body.ts";
import { idempotencyKeyHash } from "../check/idempotency-key.ts";
import { Nonces } from "../check/nonces.ts";
import { ReadingRoom } from "../check/reading-room.ts";
import { checkRecords } from "../check/records.ts";
import { intakeError } from "../errors/intake-error.ts";
import type { KnownServices } from "../known/known-services.ts";
import type { Schemas } from "../known/schemas.ts";
import { holds } from "../known/service.ts";
import type { KnownService, SubmissionKey } from "../known/service.ts";
import type { Session } from "../session/session.ts";
import { within } from "../session/within.ts";
import { storeFailure } from "../store/failure.ts";
import { askedOrigin } from "./origin.ts";
import { ACTIONS_PATH, serviceIn } from "./address.ts";
import { Aborted, checkBodyHead, declaredLength, readBodyOf } from "./read-body.ts";
import { sendAnswer, sendFailure } from "./reply.ts";

export interface HandlerOptions {
  readonly services: KnownServices;
  readonly schemas: Schemas;
  readonly admission: Admission;
  /** @throws ProngsaiError why this process writes nothing now */
  readonly session: () => Session;
  /** account of this gateway, `0x…`, for errors */
  readonly account: string;
  /** origin that clients sign for; absent: `http://` and the Host field of the request */
  readonly publicUrl?: string;
  /** proxies in front, whose X-Forwarded-For is believed */
  readonly proxies: number;
  /** seconds within which a body must have come */
  readonly bodyWithin: number;
  readonly metrics: IntakeMetrics;
  readonly logger: Logger;
}

/** Milliseconds after which a request is answered whatever happens: clients are promised 60 seconds. */
const ANSWERED_WITHIN = 55_000;

const seconds = () => Math.floor(Date.now() / 1_000);

/** POST /v1/services/{name or id}/actions, in front of everything else that the server does. */
export class ActionsHandler {
  readonly #options: HandlerOptions;
  readonly #nonces = new Nonces();
  readonly #reading = new ReadingRoom();

  constructor(options: HandlerOptions) {
    this.#options = options;
  }

  /**
   * Answers the request, whatever it is. Never rejects.
   *
   * @param waits whether the client sends the body only when it is asked to (Expect: 100-continue)
   */
  async handle(request: IncomingMessage, response: ServerResponse, waits: boolean): Promise<void> {
    let path = ACTIONS_PATH;
    try {
      const service = this.#service(serviceIn(request.url!)!);
      path = ACTIONS_PATH.replace("{service}", service.name);
      const taken = this.#take(service, request, () => waits && response.writeContinue());
      const answer = await within(ANSWERED_WITHIN, taken);
      this.#options.metrics.accepted();
      sendAnswer(response, answer);
    } catch (error) {
      if (error instanceof Aborted || response.destroyed) return;
      const told = this.#told(storeFailure(error));
      this.#options.metrics.refused(told.code);
      sendFailure(told, request, response, path);
    }
  }

  /** What the head alone says is judged before anything of the body is read, the signature too: it covers the digest. */
  async #take(service: KnownService, request: IncomingMessage, ask: () => void): Promise<string> {
    const { admission } = this.#options;
    onlyLanguage(request.url!);
    checkBodyHead(request);
    this.#open(service);
    const claimed = this.#claim(service, request);
    const { keyId, nonce, contentDigest } = claimed.claim;
    if (this.#nonces.isRefused(keyId, nonce)) throw intakeError("LOG_INTAKE_NONCE_USED");
    const body = await this.#read(service, claimed, request, ask);
    const leave = admission.admit(service.id, body.length, () => holdsAlertsOnly(body));
    try {
      const bodyDigest = checkContentDigest(contentDigest, body);
      return await this.#answer(service, claimed, body, bodyDigest);
    } finally {
      leave();
    }
  }

  async #read(
    service: KnownService,
    claimed: ClaimedRequest,
    request: IncomingMessage,
    ask: () => void,
  ): Promise<Buffer> {
    const { proxies, bodyWithin } = this.#options;
    const place = this.#reading.enter(service.id, clientOf(request, proxies), declaredLength(request));
    try {
      await verifyHead(claimed);
      ask();
      return await readBodyOf(request, place, bodyWithin);
    } finally {
      place.leave();
    }
  }

  #service(nameOrId: string): KnownService {
    const service = this.#options.services.find(nameOrId);
    if (service) return service;
    const shown = recordForms.service.test(nameOrId) && findPersonalData(nameOrId).length === 0;
    throw intakeError("LOG_INTAKE_SERVICE_UNKNOWN", { service: shown ? nameOrId : "…" });
  }

  /** @throws ProngsaiError when nothing is taken for the service now */
  #open({ name, closedAt, gateway, checkpoints }: KnownService): void {
    const now = seconds();
    this.#options.session();
    if (closedAt !== null) throw intakeError("LOG_INTAKE_SERVICE_CLOSED", { service: name, closedAt });
    if (!gateway.some((window) => holds(window, now)))
      throw intakeError("LOG_INTAKE_GATEWAY_NOT_IN_FORCE", {
        service: name,
        gateway: this.#options.account,
      });
    if (!checkpoints.some((window) => holds(window, now)))
      throw intakeError("LOG_INTAKE_NO_CHECKPOINT_KEY", { service: name });
  }

  #claim(service: KnownService, request: IncomingMessage): ClaimedRequest {
    const { headers } = request;
    const origin = askedOrigin(request, this.#options.publicUrl);
    const now = seconds();
    const keyOf = (keyId: string) => inForce(service, keyId, now)?.key;
    const head = { method: request.method!, targetUri: `${origin}${request.url!}`, headers };
    return claimRequest(head, { now, keyOf });
  }

  async #answer(
    service: KnownService,
    { claim }: ClaimedRequest,
    body: Buffer,
    bodyDigest: Uint8Array,
  ): Promise<string> {
    const { schemas, services, session } = this.#options;
    const { idempotencyKey, keyId, nonce } = claim;
    const { submitter } = service.keys.get(keyId)!;
    let taken: string | undefined;
    try {
      const answer = await session().answer(
        {
          service,
          submitter,
          bodyDigest,
          keyHash: idempotencyKeyHash(idempotencyKey),
          records: () => checkRecords(readBody(body), { service, submitter }, schemas, seconds()),
          anchoredSize: (name) => services.find(name)?.anchoredSize ?? 0,
        },
        () => {
          taken = this.#nonces.take(keyId, nonce);
          if (taken === undefined) throw intakeError("LOG_INTAKE_NONCE_USED");
        },
      );
      if (taken !== undefined) this.#nonces.accepted(taken);
      return answer;
    } catch (error) {
      if (taken !== undefined && isRefusal(error)) this.#nonces.refused(taken);
      else if (taken !== undefined) this.#nonces.release(taken);
      throw error;
    }
  }

  /** What is our fault is logged under a number and told by that only; what the request said is never logged. */
  #told(error: unknown): ProngsaiError {
    const { logger } = this.#options;
    if (error instanceof ProngsaiError) {
      if (statusOf(error) >= 500) logger.warn({ code: error.code }, "an action was not taken");
      return error;
    }
    const id = randomUUID();
    const { code, name, stack } = error as Error & { code?: unknown };
    // Messages of parsers and of the database quote what they were given; the places in the code do not.
    const places = stack?.split("\n").filter((line) => line.startsWith("    at "));
    logger.error({ id, code, name, places }, "an action could not be taken");
    return restError("INTERNAL", { id });
  }
}

/** Whether the request itself was refused, so that sending it again is no use. */
const isRefusal = (error: unknown) =>
  error instanceof ProngsaiError && statusOf(error) < 500 && statusOf(error) !== 429;

function inForce({ keys }: KnownService, keyId: string, now: number): SubmissionKey | undefined {
  const key = keys.get(keyId);
  return key && holds(key.window, now) ? key : undefined;
}

/** @throws ProngsaiError PARAMETER_UNKNOWN when the address has other parameters than `lang` */
function onlyLanguage(url: string): void {
  const query = url.indexOf("?");
  if (query < 0 || /^\?lang=(th|en)$/.test(url.slice(query))) return;
  throw restError("PARAMETER_UNKNOWN", { name: "…", known: "lang" });
}
