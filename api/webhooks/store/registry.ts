import pg from "pg";
import { isConnectionLoss } from "../../../indexer/store/connection-loss.ts";
import { fromHex } from "../../../sdk/hex.ts";
import { SIGNATURE_WINDOW } from "../../../sdk/log/http-signature/verify-request.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { webhookError } from "../errors/webhook-error.ts";
import { prepareWebhooks } from "./prepare.ts";
import { subscriptionOf } from "./subscription.ts";
import type { Subscription, SubscriptionRow } from "./subscription.ts";

/** Webhooks of one service. */
export const MOST_WEBHOOKS = 5;
/** Requests that manage webhooks are few. */
const CONNECTIONS = 2;
/** Public keys of deliveries that are told: of the one in use and of those before it. */
const KEYS = 5;

/** Any constant of ours, and the service: its webhooks are counted and added by one at a time. */
const LOCK = "SELECT pg_advisory_xact_lock(1999987305, hashtext($1))";

const bytes = (hex: string) => Buffer.from(fromHex(hex, 32));

/** The webhooks of services on one deployment of the ledger. */
export class WebhookRegistry {
  readonly #pool: pg.Pool;
  readonly #deployment: Buffer;
  #prepared: Promise<void> | undefined;

  /** @param deploymentId `0x` and 64 digits */
  constructor(databaseUrl: string, deploymentId: string) {
    this.#pool = new pg.Pool({
      connectionString: databaseUrl,
      max: CONNECTIONS,
      connectionTimeoutMillis: 5_000,
      options: "-c synchronous_commit=on -c statement_timeout=10000",
      application_name: "prongsai-webhook-registry",
    });
    this.#pool.on("error", () => undefined);
    this.#deployment = bytes(deploymentId);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  /**
   * Takes the nonce of a verified signature; for all processes, and across their restarts.
   *
   * @returns whether it was new
   */
  async takeNonce(keyId: string, nonce: string): Promise<boolean> {
    return await this.#with(async (client) => {
      await client.query(`DELETE FROM webhook.nonce WHERE used_at < now() - interval '1 second' * $1`, [
        2 * SIGNATURE_WINDOW,
      ]);
      const { rowCount } = await client.query(
        "INSERT INTO webhook.nonce (key_id, nonce) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        [bytes(keyId), nonce],
      );
      return rowCount === 1;
    });
  }

  /**
   * Registers an address, or takes one up again that is registered: it is tried at once, from `from` where that is given.
   *
   * @param service id, `0x…`
   * @param size anchored entries: where a new one begins without `from`
   * @throws ProngsaiError WEBHOOK_TOO_MANY
   */
  async register(
    service: string,
    url: string,
    from: number | undefined,
    size: number,
  ): Promise<{ readonly isNew: boolean; readonly subscription: Subscription }> {
    return await this.#with(async (client) => {
      await client.query("BEGIN");
      try {
        await client.query(LOCK, [service]);
        const again = await client.query<SubscriptionRow>(
          `UPDATE webhook.subscription SET next_index = coalesce($4, next_index),
             sending_to = CASE WHEN $4::bigint IS NULL THEN sending_to END,
             failures = 0, failing_since = NULL, failure = NULL, failure_status = NULL, next_attempt = now()
             WHERE deployment = $1 AND service = $2 AND url = $3 RETURNING *`,
          [this.#deployment, bytes(service), url, from ?? null],
        );
        const row = again.rows[0] ?? (await this.#add(client, service, url, from ?? size));
        await client.query("COMMIT");
        return { isNew: again.rows.length === 0, subscription: subscriptionOf(row, Date.now()) };
      } catch (error) {
        await client.query("ROLLBACK").catch(() => undefined);
        throw error;
      }
    });
  }

  async #add(client: pg.PoolClient, service: string, url: string, from: number): Promise<SubscriptionRow> {
    const { rows } = await client.query<SubscriptionRow>(
      `INSERT INTO webhook.subscription (deployment, service, url, next_index) SELECT $1, $2, $3, $4
         WHERE (SELECT count(*) FROM webhook.subscription WHERE deployment = $1 AND service = $2) < ${MOST_WEBHOOKS}
         RETURNING *`,
      [this.#deployment, bytes(service), url, from],
    );
    if (!rows[0]) throw webhookError("WEBHOOK_TOO_MANY", { limit: MOST_WEBHOOKS });
    return rows[0];
  }

  /** In the order in which they were registered. */
  async list(service: string): Promise<Subscription[]> {
    const { rows } = await this.#with((client) =>
      client.query<SubscriptionRow>(
        "SELECT * FROM webhook.subscription WHERE deployment = $1 AND service = $2 ORDER BY created_at, id",
        [this.#deployment, bytes(service)],
      ),
    );
    return rows.map((row) => subscriptionOf(row, Date.now()));
  }

  /** @throws ProngsaiError WEBHOOK_UNKNOWN */
  async remove(service: string, id: string): Promise<void> {
    const { rowCount } = await this.#with((client) =>
      client.query("DELETE FROM webhook.subscription WHERE deployment = $1 AND service = $2 AND id = $3", [
        ...[this.#deployment, bytes(service), id],
      ]),
    );
    if (rowCount === 0) throw webhookError("WEBHOOK_UNKNOWN");
  }

  /** Public keys of deliveries, 32 bytes each, the newest first. */
  async keys(): Promise<Buffer[]> {
    const { rows } = await this.#with((client) =>
      client.query<{ public_key: Buffer }>(
        `SELECT public_key FROM webhook.signing_key ORDER BY used_at DESC LIMIT ${KEYS}`,
      ),
    );
    return rows.map(({ public_key }) => public_key);
  }

  /** @throws ProngsaiError WEBHOOK_STORE_UNREACHABLE, WEBHOOK_STORE_NEWER */
  async #with<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    let client: pg.PoolClient | undefined;
    try {
      client = await this.#pool.connect();
      const own = client;
      this.#prepared ??= prepareWebhooks(own);
      await this.#prepared.catch((error: unknown) => {
        this.#prepared = undefined;
        throw error;
      });
      return await work(own);
    } catch (error) {
      if (error instanceof ProngsaiError) throw error;
      const { code, message } = error as { code?: unknown; message?: string };
      const passing = typeof code === "string" && /^(40|53|55|57|25006)/.test(code);
      // The pool has no code for a connection that it could not make in time.
      if (passing || isConnectionLoss(error) || /timeout/.test(message ?? ""))
        throw webhookError("WEBHOOK_STORE_UNREACHABLE", {}, error);
      throw error;
    } finally {
      client?.release();
    }
  }
}
