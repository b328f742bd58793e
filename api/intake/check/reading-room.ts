import { intakeError } from "../errors/intake-error.ts";
import { Load, part } from "./load.ts";
import type { Limits } from "./load.ts";

/**
 * Bodies that are being read, from the end of the head on. A service may have half of it, and one address a quarter, since
 * several services may send through one.
 */
export const READING: Limits = { requests: 4_000, bytes: 64 * 2 ** 20 };
const SERVICE = 1 / 2;
const ADDRESS = 1 / 4;
/** Room for small bodies when the rest is taken, as a part of it: alerts are small. */
const SMALL = 1 / 8;
const SMALL_BODY = 16_384;
/** What Node may have read of a body before anybody asks for it. */
const READ_AHEAD = 65_536;
/** Seconds after which a refused request may be sent again. */
const SECONDS = 1;

/** Loads by name, each as long as there is something in it. */
class Loads {
  readonly #loads = new Map<string, Load>();

  of(name: string): Load {
    return this.#loads.get(name) ?? new Load();
  }

  /** @returns the load, which is kept from now on */
  keep(name: string, load: Load): void {
    this.#loads.set(name, load);
  }

  drop(name: string, load: Load): void {
    if (load.requests === 0) this.#loads.delete(name);
  }
}

/** The place of one body. */
export class Place {
  readonly #grow: (more: number) => void;
  readonly #leave: (bytes: number) => void;
  #bytes: number;

  constructor(bytes: number, grow: (more: number) => void, leave: (bytes: number) => void) {
    this.#bytes = bytes;
    this.#grow = grow;
    this.#leave = leave;
  }

  /**
   * The body takes so many bytes of memory now.
   *
   * @throws ProngsaiError LOG_INTAKE_BUSY, LOG_INTAKE_SERVICE_BUSY, LOG_INTAKE_ADDRESS_BUSY
   */
  hold(bytes: number): void {
    if (bytes <= this.#bytes) return;
    this.#grow(bytes - this.#bytes);
    this.#bytes = bytes;
  }

  leave(): void {
    this.#leave(this.#bytes);
  }
}

/** Bounded room for bodies that are not there yet: what is really in memory counts, over all connections. */
export class ReadingRoom {
  readonly #limits: Limits;
  readonly #all = new Load();
  readonly #small = new Load();
  readonly #services = new Loads();
  readonly #addresses = new Loads();

  constructor(limits: Limits = READING) {
    this.#limits = limits;
  }

  /**
   * A place for the body of a request.
   *
   * @param declared bytes by Content-Length; undefined when the head does not say
   * @throws ProngsaiError LOG_INTAKE_BUSY, LOG_INTAKE_SERVICE_BUSY, LOG_INTAKE_ADDRESS_BUSY
   */
  enter(service: string, address: string, declared: number | undefined): Place {
    const bytes = Math.min(declared ?? READ_AHEAD, READ_AHEAD);
    const ofService = this.#services.of(service);
    const ofAddress = this.#addresses.of(address);
    const bounds = [
      { load: ofAddress, limits: part(this.#limits, ADDRESS), full: "LOG_INTAKE_ADDRESS_BUSY" },
      { load: ofService, limits: part(this.#limits, SERVICE), full: "LOG_INTAKE_SERVICE_BUSY" },
      { load: this.#all, limits: this.#limits, full: "LOG_INTAKE_BUSY" },
    ] as const;
    const taken = bounds.find(({ load, limits }) => !load.fits(bytes, limits));
    if (taken) {
      const small = declared !== undefined && declared <= SMALL_BODY;
      if (!small || !this.#small.fits(bytes, part(this.#limits, SMALL)))
        throw intakeError(taken.full, { limit: taken.limits.requests, seconds: SECONDS });
      this.#small.add(1, bytes);
      return new Place(
        bytes,
        () => undefined,
        (held) => this.#small.add(-1, -held),
      );
    }
    this.#services.keep(service, ofService);
    this.#addresses.keep(address, ofAddress);
    for (const { load } of bounds) load.add(1, bytes);
    const grow = (more: number) => {
      for (const { load, limits, full } of bounds)
        if (load.requests > 1 && load.bytes + more > limits.bytes)
          throw intakeError(full, { limit: limits.requests, seconds: SECONDS });
      for (const { load } of bounds) load.add(0, more);
    };
    const leave = (held: number) => {
      for (const { load } of bounds) load.add(-1, -held);
      this.#services.drop(service, ofService);
      this.#addresses.drop(address, ofAddress);
    };
    return new Place(bytes, grow, leave);
  }
}
