import type { Logger } from "pino";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isConnectionLoss } from "../../indexer/store/connection-loss.ts";
import { prepareStore } from "../intake/store/prepare.ts";
import { ProngsaiError } from "../../sdk/errors.ts";
import { ActionLogChain } from "./chain/action-log.ts";
import { Sender } from "./chain/sender.ts";
import { connected } from "./connected.ts";
import { anchoringError } from "./errors/anchoring-error.ts";
import { readAccountKey } from "../keys/account-key.ts";
import { CheckpointKeys } from "./keys/checkpoint-keys.ts";
import type { AnchoringSettings } from "./settings.ts";
import { AnchoringMetrics } from "./metrics.ts";
import { serveMetrics } from "./metrics-server.ts";
import { Anchoring } from "./work/anchoring.ts";
import type { AnchoringOptions } from "./work/anchoring.ts";

/** Two processes must not anchor for one deployment at the same time. Any constant of ours, and the deployment. */
const TAKE_LOCK = "SELECT pg_try_advisory_lock(1634624616, hashtext($1)) AS taken";
/** How often it is looked for new entries, for the lock of a process that died, and after an error (milliseconds). */
const LOOK_EVERY = 200;
const STAND_BY = 1_000;
const LONGEST_PAUSE = 5_000;
const CONNECTIONS = 4;
/** SQLSTATEs of a server that is full, cannot take it now, or was told to stop. */
const PASSING = /^(53|55|57|40)/;

export type WorkerOptions = Pick<AnchoringOptions, "onAnchored" | "onTrouble" | "onMended"> & {
  readonly settings: AnchoringSettings;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** told when it is known whether this process anchors or stands by */
  readonly onReady: () => void;
};

/** The error to try again after; undefined for one that is ours to mend. */
function passing(error: unknown): ProngsaiError | undefined {
  if (error instanceof ProngsaiError) return error;
  const { code } = error as { code?: unknown };
  if (isConnectionLoss(error) || (typeof code === "string" && PASSING.test(code)))
    return anchoringError("LOG_ANCHOR_DATABASE", {}, error);
}

/**
 * Anchors until the signal. Waits for a chain, a database or documents that are away, and for another process that
 * anchors for the same deployment.
 *
 * @throws ProngsaiError LOG_KEY_FILE, LOG_KEY_DEMONSTRATION for the gateway's key, DEPLOYMENT_CONTRACT_UNKNOWN
 */
export async function anchorAll({
  settings,
  logger,
  signal,
  onReady,
  ...told
}: WorkerOptions): Promise<void> {
  const { databaseUrl, deployment, interval, metricsPort } = settings;
  const { chainId, deploymentId } = deployment;
  const wallet = readAccountKey("LOG_GATEWAY_KEY_FILE", settings.gatewayKeyFile, chainId);
  const chain = new ActionLogChain(settings.rpcUrl, deployment);
  const sender = new Sender(chain, wallet, chainId);
  const keys = new CheckpointKeys({ folder: settings.checkpointKeys, chainId, deploymentId });
  const metrics = new AnchoringMetrics();
  const documents = metrics.counting(settings.documents);
  const anchoring = new Anchoring({
    ...{ chain, sender, keys, documents, metrics, deploymentId, interval, logger },
    ...told,
  });
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    application_name: "prongsai-anchoring",
  });
  pool.on("error", () => undefined);
  const endMetrics =
    metricsPort === undefined ? undefined : await serveMetrics(metrics.registry, metricsPort);
  let pause = LOOK_EVERY;

  const anchorWhileLocked = async (client: pg.Client, alive: AbortSignal) => {
    await prepareStore(client);
    await chain.requireOwnChain(alive);
    for (;;) {
      const { rows } = await client.query<{ taken: boolean }>(TAKE_LOCK, [deploymentId]);
      onReady();
      if (rows[0]?.taken) break;
      await sleep(STAND_BY, undefined, { signal: alive });
    }
    logger.info({ account: sender.account }, "anchoring");
    for (;;) {
      await anchoring.look(pool, alive);
      pause = LOOK_EVERY;
      await sleep(LOOK_EVERY, undefined, { signal: alive });
    }
  };

  try {
    while (!signal.aborted) {
      try {
        const lostError = () => anchoringError("LOG_ANCHOR_DATABASE");
        await connected({ databaseUrl, name: "prongsai-anchoring", signal, lostError }, anchorWhileLocked);
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
    endMetrics?.();
    await pool.end();
  }
}
