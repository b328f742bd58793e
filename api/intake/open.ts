import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Heads } from "../read/heads.ts";
import type { LedgerHead } from "../read/ledger-head.ts";
import type { ApiSettings } from "../settings.ts";
import { ADMISSION } from "./check/admission.ts";
import { intakeError } from "./errors/intake-error.ts";
import { ACTIONS_PATH } from "./http/address.ts";
import { sendFailure } from "./http/reply.ts";
import { Intake } from "./intake.ts";
import type { KnownServices } from "./known/known-services.ts";
import type { IntakeMetrics } from "./metrics.ts";

/** What the API's process needs of the intake. */
export interface ActionsIntake {
  /** the services and their keys; a gateway without a key does not look for them */
  readonly services?: KnownServices;
  readonly metrics?: IntakeMetrics;
  start(): Promise<void>;
  handle(request: IncomingMessage, response: ServerResponse, waits: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A gateway without a key takes nothing, and says so. */
const closed: ActionsIntake = {
  start: async () => undefined,
  handle: async (request, response) =>
    sendFailure(intakeError("LOG_INTAKE_NO_KEY"), request, response, ACTIONS_PATH),
  close: async () => undefined,
};

/** The intake by the API's settings. */
export function openIntake(
  settings: ApiSettings,
  { heads, ledger }: { heads: Heads; ledger: LedgerHead },
  logger: Logger,
): ActionsIntake {
  const { gatewayKey: key, logRequestsAtOnce, databaseUrl, rpcUrl, deployment, documents } = settings;
  if (!key) return closed;
  return new Intake({
    databaseUrl,
    rpcUrl,
    deployment,
    documents,
    heads,
    ledger,
    key,
    proxies: settings.proxies,
    bodyWithin: settings.logBodyWithin,
    logger,
    ...(settings.publicUrl && { publicUrl: settings.publicUrl }),
    ...(logRequestsAtOnce && { limits: { ...ADMISSION, requests: logRequestsAtOnce } }),
  });
}
