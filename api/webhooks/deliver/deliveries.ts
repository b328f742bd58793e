import type { Logger } from "pino";
import { ProngsaiError } from "../../../sdk/errors.ts";
import type { Queryable } from "../../intake/store/queryable.ts";
import type { Reach } from "../address/url.ts";
import { advance, begin, fail, postpone, readDue } from "../store/cursor.ts";
import type { Due } from "../store/cursor.ts";
import { idempotencyKeyOf, readBatch } from "./batch.ts";
import type { SigningKey } from "../../../sdk/log/http-signature/signing-key.ts";
import { send } from "./send.ts";

/** Webhooks that are sent to at the same time. */
const AT_ONCE = 16;

export interface DeliveriesOptions {
  readonly database: Queryable;
  readonly deploymentId: string;
  readonly key: SigningKey;
  readonly reach: Reach;
  /** seconds */
  readonly timeout: number;
  readonly logger: Logger;
}

/** Sends what is due: of each webhook one delivery at a time, the next when the receiver has taken the one before. */
export class Deliveries {
  readonly #options: DeliveriesOptions;
  readonly #busy = new Map<string, Promise<void>>();
  #failed: { readonly error: unknown } | undefined;

  constructor(options: DeliveriesOptions) {
    this.#options = options;
  }

  /** Begins what is due and has a place. @throws errors of `pg`, also of what was begun before */
  async look(signal: AbortSignal): Promise<void> {
    if (this.#failed) throw this.#failed.error;
    const { database, deploymentId } = this.#options;
    const places = AT_ONCE - this.#busy.size;
    if (places === 0) return;
    for (const due of await readDue(database, deploymentId, [...this.#busy.keys()], places)) {
      const work = this.#deliver(due, signal)
        .catch((error: unknown) => {
          this.#failed ??= { error };
        })
        .finally(() => this.#busy.delete(due.id));
      this.#busy.set(due.id, work);
    }
  }

  /** Resolves when nothing is being sent any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#busy.values());
  }

  async #deliver(due: Due, signal: AbortSignal): Promise<void> {
    const { database, key, reach, timeout, logger } = this.#options;
    const { id: subscription, service, number, from, to, url } = due;
    const batch = await readBatch(database, { subscription, service, number, from, to });
    if (!batch) return await postpone(database, due);
    if (!(await begin(database, due, batch.to))) return;
    const idempotencyKey = idempotencyKeyOf(subscription, batch);
    try {
      signal.throwIfAborted();
      await send({ url, body: batch.body, idempotencyKey }, { signer: key, reach, timeout, signal });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ProngsaiError)) throw error;
      // Never the address: what stands in it is the service's secret.
      const { code, details } = error;
      logger.warn(
        { code, status: details["status"], subscription, service, failures: due.failures + 1 },
        "not delivered",
      );
      return await fail(database, due, error);
    }
    await advance(database, due, batch.to);
    logger.info({ subscription, service, from, to: batch.to }, "delivered");
  }
}
