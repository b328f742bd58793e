import type { Logger } from "pino";
import { heartbeatData } from "../chain/action-log.ts";
import type { ActionLogChain, ChainService } from "../chain/action-log.ts";
import type { Sender } from "../chain/sender.ts";

/** How often the services' last signs of life are looked at (milliseconds). */
const LOOK_EVERY = 2_000;
const GAS_OF_HEARTBEAT = 80_000;
const GAS_OF_TRANSACTION = 100_000;
const IN_ONE = 100;

/** Says on the chain for quiet services that they are there, twice as often as they promised. */
export class Heartbeats {
  readonly #chain: ActionLogChain;
  readonly #sender: Sender;
  readonly #logger: Logger;
  /** when a sign was given last, by service (milliseconds, monotonic): the chain's clock may be another one */
  readonly #given = new Map<string, number>();
  #lookedAt = -Infinity;

  constructor({ chain, sender, logger }: { chain: ActionLogChain; sender: Sender; logger: Logger }) {
    this.#chain = chain;
    this.#sender = sender;
    this.#logger = logger;
  }

  /**
   * Looks every two seconds, and gives the signs that are due.
   *
   * @param sizes acknowledged sizes by service
   * @param anchored sizes on the chain by service; brought up to date
   */
  async look(
    sizes: ReadonlyMap<string, number>,
    anchored: Map<string, number>,
    signal: AbortSignal,
  ): Promise<void> {
    if (performance.now() - this.#lookedAt < LOOK_EVERY) return;
    this.#lookedAt = performance.now();
    const services = await this.#servedServices(signal);
    const ids = services.map(({ id }) => id);
    const heads = await this.#chain.heads(ids, signal);
    const time = await this.#chain.time(signal);
    const due = services.filter(({ id, ...service }, at) => {
      const { size, seenAt } = heads[at]!;
      anchored.set(id, size);
      const quiet = (sizes.get(id) ?? 0) <= size;
      return quiet && this.#isDue({ id, ...service }, time - (seenAt || service.registeredAt));
    });
    for (let at = 0; at < due.length; at += IN_ONE) await this.#give(due.slice(at, at + IN_ONE), signal);
  }

  async #servedServices(signal: AbortSignal): Promise<ChainService[]> {
    const open = (await this.#chain.services(signal)).filter(({ closedAt }) => closedAt === 0);
    const ids = open.map(({ id }) => id);
    const served = await this.#chain.servedBy(
      this.#sender.account,
      ids,
      await this.#chain.time(signal),
      signal,
    );
    return open.filter((_, at) => served[at]);
  }

  #isDue({ id, heartbeatInterval }: ChainService, silence: number): boolean {
    const half = heartbeatInterval / 2;
    if (half === 0 || silence < half) return false;
    return performance.now() - (this.#given.get(id) ?? -Infinity) >= half * 1_000;
  }

  async #give(services: readonly ChainService[], signal: AbortSignal): Promise<void> {
    const ids = services.map(({ id }) => id);
    const data = heartbeatData(ids);
    const refusal = await this.#sender.refusal(data, signal);
    if (refusal) {
      this.#logger.warn({ code: refusal.code }, refusal.message);
      return;
    }
    const { block } = await this.#sender.send(
      data,
      GAS_OF_TRANSACTION + ids.length * GAS_OF_HEARTBEAT,
      signal,
    );
    for (const id of ids) this.#given.set(id, performance.now());
    this.#logger.info({ services: ids.length, block }, "gave a sign of life");
  }
}
