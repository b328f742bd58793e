import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { readDeployment } from "../../sdk/read-deployment.ts";
import { readSecretFile } from "../keys/secret-file.ts";
import { givenAddress, givenSetting, readNumber } from "../../sdk/setting.ts";
import type { Refuse } from "../../sdk/setting.ts";
import { readLoopback } from "./address/loopback.ts";
import type { Reach } from "./address/url.ts";
import { webhookError } from "./errors/webhook-error.ts";

export interface WebhookSettings {
  /** DATABASE_URL: the mirror, and what webhooks keep */
  readonly databaseUrl: string;
  /** DEPLOYMENT: file that describes where the ledger stands */
  readonly deployment: DeploymentDescription;
  /** WEBHOOK_KEY_FILE: file with the Ed25519 key that signs deliveries, 32 bytes */
  readonly secret: Uint8Array;
  /** WEBHOOK_LOOPBACK */
  readonly reach: Reach;
  /** WEBHOOK_TIMEOUT: seconds within which a receiver must answer; 10 by default, 1 to 60 */
  readonly timeout: number;
}

/** @throws ProngsaiError WEBHOOK_SETTING, DEPLOYMENT_FILE_…, LOG_KEY_FILE */
export function readWebhookSettings(env: NodeJS.ProcessEnv): WebhookSettings {
  const refuse: Refuse = (details) => webhookError("WEBHOOK_SETTING", details);
  const given = (name: string) => givenSetting(env, name, refuse);
  const deployment = readDeployment(given("DEPLOYMENT"));
  return {
    databaseUrl: givenAddress(env, "DATABASE_URL", "postgres", refuse),
    deployment,
    secret: readSecretFile("WEBHOOK_KEY_FILE", given("WEBHOOK_KEY_FILE")),
    reach: { loopback: readLoopback(env, deployment) },
    timeout: readNumber(env, "WEBHOOK_TIMEOUT", { otherwise: 10, least: 1, most: 60, parts: true }, refuse),
  };
}
