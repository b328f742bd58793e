import { intakeError } from "../errors/intake-error.ts";
import { Load, part } from "./load.ts";
import type { Limits } from "./load.ts";

/** What may be under way at the same time, from the end of the body until it is durable; a service may have half of it. */
export const ADMISSION: Limits = { requests: 4_000, bytes: 64 * 2 ** 20 };

/** Places for alerts beyond the ordinary ones, as a part of them. */
const ALERTS = 1 / 8;
/** Seconds after which a refused request may be sent again. */
const SECONDS = 1;

/** Bounded places for requests: of all services together, of each service, and a lane for alerts when these are taken. */
export class Admission {
  readonly #limits: Limits;
  readonly #all = new Load();
  readonly #alerts = new Load();
  readonly #services = new Map<string, Load>();

  constructor(limits: Limits = ADMISSION) {
    this.#limits = limits;
  }

  /**
   * Takes a place.
   *
   * @param isAlert asked only when there is no ordinary place
   * @returns gives the place back
   * @throws ProngsaiError LOG_INTAKE_BUSY, LOG_INTAKE_SERVICE_BUSY
   */
  admit(service: string, bytes: number, isAlert: () => boolean): () => void {
    const own = this.#services.get(service) ?? new Load();
    this.#services.set(service, own);
    const all = this.#all.fits(bytes, this.#limits);
    const share = part(this.#limits, 1 / 2);
    if (all && own.fits(bytes, share)) return this.#take([this.#all, own], bytes);
    if (this.#alerts.fits(bytes, part(this.#limits, ALERTS)) && isAlert())
      return this.#take([this.#alerts], bytes);
    if (all) throw intakeError("LOG_INTAKE_SERVICE_BUSY", { limit: share.requests, seconds: SECONDS });
    throw intakeError("LOG_INTAKE_BUSY", { seconds: SECONDS });
  }

  #take(loads: readonly Load[], bytes: number): () => void {
    for (const load of loads) load.add(1, bytes);
    return () => {
      for (const load of loads) load.add(-1, -bytes);
    };
  }
}
