import type { Logger } from "pino";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isConnectionLoss } from "../../indexer/store/connection-loss.ts";
import { TAKE_LOCK } from "../../indexer/store/lock.ts";
import { ProngsaiError } from "../../sdk/errors.ts";
import { connected } from "../anchoring/connected.ts";
import { signingKey } from "../../sdk/log/http-signature/signing-key.ts";
import { Deliveries } from "./deliver/deliveries.ts";
import { webhookError } from "./errors/webhook-error.ts";
import type { WebhookSettings } from "./settings.ts";
import { prepareWebhooks } from "./store/prepare.ts";

/** Name of the advisory lock: of all processes on one database one delivers. */
const LOCK_NAME = "webhook";
/** How often it is looked for new entries, for the lock of a process that died, and after an error (milliseconds). */
const LOOK_EVERY = 200;
const STAND_BY = 1_000;
const LONGEST_PAUSE = 5_000;
const CONNECTIONS = 4;
/** SQLSTATEs of a server that is full, cannot take it now or was told to stop, and of a mirror that is being made. */
const PASSING = /^(53|55|57|40|42P01|3F000|25006)/;

export interface WorkerOptions {
  readonly settings: WebhookSettings;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** told when it is known whether this process delivers or stands by */
  readonly onReady: () => void;
}

const lostError = () => webhookError("WEBHOOK_DATABASE");

/** The error to try again after; undefined for one that is ours to mend. */
function passing(error: unknown): ProngsaiError | undefined {
  if (error instanceof ProngsaiError) return error;
  const { code } = error as { code?: unknown };
  if (isConnectionLoss(error) || (typeof code === "string" && PASSING.test(code)))
    return webhookError("WEBHOOK_DATABASE", {}, error);
}

/** Delivers until the signal. Waits for a database that is away, and for another process that delivers. */
export async function deliverAll({ settings, logger, signal, onReady }: WorkerOptions): Promise<void> {
  const { databaseUrl, deployment, secret, reach, timeout } = settings;
  const { deploymentId } = deployment;
  const key = await signingKey(secret);
  const name = "prongsai-webhook";
  const database = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS, application_name: name });
  database.on("error", () => undefined);
  let pause = LOOK_EVERY;

  const deliverWhileLocked = async (client: pg.Client, alive: AbortSignal) => {
    await prepareWebhooks(client);
    for (;;) {
      const { rows } = await client.query<{ locked: boolean }>(TAKE_LOCK, [LOCK_NAME]);
      if (rows[0]?.locked) break;
      onReady();
      await sleep(STAND_BY, undefined, { signal: alive });
    }
    // Published before anything is signed with it.
    await client.query(
      `INSERT INTO webhook.signing_key (public_key) VALUES ($1)
         ON CONFLICT (public_key) DO UPDATE SET used_at = now()`,
      [key.publicKey],
    );
    onReady();
    logger.info({ keyId: key.keyId }, "delivering");
    const deliveries = new Deliveries({ database, deploymentId, key, reach, timeout, logger });
    try {
      for (;;) {
        await deliveries.look(alive);
        pause = LOOK_EVERY;
        await sleep(LOOK_EVERY, undefined, { signal: alive });
      }
    } finally {
      await deliveries.settled();
    }
  };

  try {
    while (!signal.aborted) {
      try {
        await connected({ databaseUrl, name, signal, lostError }, deliverWhileLocked);
      } catch (thrown) {
        if (signal.aborted) break;
        const { cause } = thrown as { cause?: unknown };
        // A lost connection aborts what was being done, and is its cause.
        const error = passing((thrown as Error).name === "AbortError" ? cause : thrown);
        if (!error) throw thrown;
        logger.warn({ code: error.code }, error.message);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
  } finally {
    await database.end();
  }
}
