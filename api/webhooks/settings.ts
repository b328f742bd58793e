import { readFileSync } from "node:fs";
import type { DeploymentDescription } from "../../sdk/deployment.ts";
import { readSecretFile } from "../keys/secret-file.ts";
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

/** @throws ProngsaiError WEBHOOK_SETTING, LOG_KEY_FILE */
export function readWebhookSettings(env: NodeJS.ProcessEnv): WebhookSettings {
  const given = (name: string): string => {
    const value = env[name];
    if (!value) throw webhookError("WEBHOOK_SETTING", { name });
    return value;
  };
  const deployment = JSON.parse(readFileSync(given("DEPLOYMENT"), "utf8")) as DeploymentDescription;
  const timeout = Number(env.WEBHOOK_TIMEOUT || 10);
  if (!(timeout >= 1 && timeout <= 60)) throw webhookError("WEBHOOK_SETTING", { name: "WEBHOOK_TIMEOUT" });
  return {
    databaseUrl: given("DATABASE_URL"),
    deployment,
    secret: readSecretFile("WEBHOOK_KEY_FILE", given("WEBHOOK_KEY_FILE")),
    reach: { loopback: readLoopback(env, deployment) },
    timeout,
  };
}
