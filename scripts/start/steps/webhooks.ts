import { randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toHex } from "../../../sdk/hex.ts";
import { keepAlive } from "../../platform/keep-alive.ts";
import { startService } from "../../platform/service.ts";
import { given, type StepRun } from "../context.ts";

/** The demonstration's key for deliveries: made once, since nothing is registered for it. */
function ownKey(dataDir: string): string {
  const file = join(dataDir, "webhook.key");
  if (!existsSync(file)) writeFileSync(file, `${toHex(randomBytes(32))}\n`, { mode: 0o600 });
  return file;
}

/** Sends anchored entries to the addresses that their services registered, in a process of its own. */
export const run: StepRun = async (context) => {
  const { dataDir } = context.settings;
  const keyFile = process.env.WEBHOOK_KEY_FILE ?? (context.logKeys && ownKey(dataDir));
  if (!keyFile) return "no webhooks are delivered here: WEBHOOK_KEY_FILE is not set";
  const env = {
    DATABASE_URL: given(context, "databaseUrl"),
    DEPLOYMENT: given(context, "deploymentFile"),
    WEBHOOK_KEY_FILE: keyFile,
  };
  const log = join(dataDir, "webhooks.log");
  const start = () => startService({ name: "webhooks", script: "api/webhooks/main.ts", env, log });
  const { stop } = await keepAlive("webhooks", start, context.say);
  context.onStop("webhooks", stop);
  return "webhooks of services are delivered";
};
