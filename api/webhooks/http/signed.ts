import { raw } from "express";
import type { Request, RequestHandler } from "express";
import { findPersonalData } from "../../../sdk/log/personal-data/index.ts";
import { claimRequest, verifyClaim } from "../../../sdk/log/http-signature/verify-request.ts";
import { recordForms } from "../../../sdk/log/record/index.ts";
import { intakeError } from "../../intake/errors/intake-error.ts";
import type { KnownServices } from "../../intake/known/known-services.ts";
import { holds } from "../../intake/known/service.ts";
import type { KnownService } from "../../intake/known/service.ts";
import { contentEncodingError } from "../../rest/problems/content-encoding.ts";
import { webhookError } from "../errors/webhook-error.ts";
import type { WebhookRegistry } from "../store/registry.ts";

/** Bytes of a request's body. */
export const LARGEST_BODY = 4_096;

const parse = raw({ limit: LARGEST_BODY, type: () => true, inflate: false });

/** The body as it was sent. */
export const readSignedBody: RequestHandler = (request, response, next) =>
  parse(request, response, (error?: unknown) => {
    const { type } = (error ?? {}) as { type?: string };
    if (type === "encoding.unsupported") return next(contentEncodingError(request.headers));
    next(error ? webhookError("WEBHOOK_BODY", { limit: LARGEST_BODY }, error) : undefined);
  });

export const bodyOf = ({ body }: Request): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

export interface Verifier {
  /** absent where no actions are taken, since this process knows nobody's keys */
  readonly services: KnownServices | undefined;
  readonly registry: WebhookRegistry;
  /** origin that clients sign for */
  readonly originOf: (request: Request) => string;
}

/** @throws ProngsaiError LOG_INTAKE_SERVICE_UNKNOWN, LOG_INTAKE_MIRROR, LOG_INTAKE_BEHIND */
function findService(services: KnownServices, nameOrId: string): KnownService {
  const service = services.find(nameOrId);
  if (service) return service;
  const shown = recordForms.service.test(nameOrId) && findPersonalData(nameOrId).length === 0;
  throw intakeError("LOG_INTAKE_SERVICE_UNKNOWN", { service: shown ? nameOrId : "…" });
}

/**
 * The service in the request's address, when a submission key of it that is in force signed the request (RFC 9421), now and
 * for the first time.
 *
 * @throws ProngsaiError LOG_INTAKE_NO_KEY, LOG_INTAKE_SERVICE_UNKNOWN, LOG_INTAKE_NONCE_USED; as `verifyRequest`
 */
export async function verifiedService(
  request: Request,
  { services, registry, originOf }: Verifier,
): Promise<KnownService> {
  if (!services) throw intakeError("LOG_INTAKE_NO_KEY");
  const service = findService(services, String(request.params["service"]));
  const now = Math.floor(Date.now() / 1_000);
  const keyOf = (keyId: string) => {
    const known = service.keys.get(keyId);
    return known && holds(known.window, now) ? known.key : undefined;
  };
  const targetUri = `${originOf(request)}${request.originalUrl}`;
  const { method, headers } = request;
  const claimed = claimRequest({ method, targetUri, headers }, { now, keyOf });
  const { keyId, nonce } = await verifyClaim(claimed, bodyOf(request));
  if (!(await registry.takeNonce(keyId, nonce))) throw intakeError("LOG_INTAKE_NONCE_USED");
  return service;
}
