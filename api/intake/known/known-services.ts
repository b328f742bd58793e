import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Heads } from "../../read/heads.ts";
import type { LedgerHead } from "../../read/ledger-head.ts";
import { intakeError } from "../errors/intake-error.ts";
import { loadServices } from "./load.ts";
import type { KnownService } from "./service.ts";

/** How long after a failed look the next one comes, in milliseconds. */
const AGAIN = 500;

export interface KnownServicesOptions {
  readonly pool: pg.Pool;
  readonly heads: Heads;
  /** how far the ledger is: what was ended there must count here soon */
  readonly ledger: LedgerHead;
  /** id of the deployment whose services these are */
  readonly deployment: string;
  /** this gateway's account, 20 bytes */
  readonly gateway: Uint8Array;
  /** told whenever they were read anew */
  readonly onRead: () => void;
}

/** The services as the mirror has read them from the ledger; looked at anew whenever the mirror moves. */
export class KnownServices {
  readonly #options: KnownServicesOptions;
  readonly #stop = new AbortController();
  #byName = new Map<string, KnownService>();
  #byId = new Map<string, KnownService>();
  #block = -1;
  #running: Promise<void> | undefined;

  constructor(options: KnownServicesOptions) {
    this.#options = options;
  }

  /** Looks once, and goes on looking in the background. */
  async start(): Promise<void> {
    await this.#look();
    this.#running = this.#follow();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** All of them, by id. */
  get all(): ReadonlyMap<string, KnownService> {
    return this.#byId;
  }

  /**
   * The service of this name or id (`0x…`), if there is one.
   *
   * @throws ProngsaiError LOG_INTAKE_MIRROR before anything was read, LOG_INTAKE_BEHIND when keys and gateways may have
   * ended of which the mirror does not know
   */
  find(nameOrId: string): KnownService | undefined {
    if (this.#block < 0) throw intakeError("LOG_INTAKE_MIRROR");
    const { due } = this.#options.ledger;
    if (this.#block < due) throw intakeError("LOG_INTAKE_BEHIND", { block: this.#block, due });
    return this.#byName.get(nameOrId) ?? this.#byId.get(nameOrId);
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    for (;;) {
      const head = await this.#options.heads.after(this.#block, signal);
      if (!head) return;
      if (!(await this.#look())) await sleep(AGAIN, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns whether it could be read; what was known stays known otherwise */
  async #look(): Promise<boolean> {
    const { heads, deployment, gateway, pool } = this.#options;
    const { block, deployment: found } = heads.current;
    if (block < 0 || found !== deployment) return false;
    let client: pg.PoolClient | undefined;
    let broken = true;
    try {
      client = await pool.connect();
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      const services = await loadServices(client, gateway);
      await client.query("COMMIT");
      broken = false;
      this.#byName = new Map(services.map((service) => [service.name, service]));
      this.#byId = new Map(services.map((service) => [service.id, service]));
      this.#block = block;
      this.#options.onRead();
      return true;
    } catch {
      return false;
    } finally {
      // A connection that failed, or that gave no answer, is not asked to roll back: it is closed.
      client?.release(broken);
    }
  }
}
