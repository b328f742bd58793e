import { SIGNATURE_WINDOW } from "../../../sdk/log/http-signature/verify-request.ts";

/** A signature is taken until its `created` is 300 s old, and may be 300 s ahead when it comes. */
const GENERATION = 2 * SIGNATURE_WINDOW * 1_000;
/** Accepted requests are known by their number for ever; of their nonces only the newest are kept. */
const MOST_ACCEPTED = 100_000;

const nameOf = (keyId: string, nonce: string) => `${keyId}${nonce}`;

/** Two sets, of which the older is dropped when the newer is full. */
class Generations {
  #new = new Set<string>();
  #old = new Set<string>();

  has(value: string): boolean {
    return this.#new.has(value) || this.#old.has(value);
  }

  get size(): number {
    return this.#new.size;
  }

  add(value: string): void {
    this.#new.add(value);
  }

  turn(): void {
    this.#old = this.#new;
    this.#new = new Set();
  }
}

/**
 * The nonces of verified signatures. One that was used for a refused request is kept as long as its signature could be
 * sent again, so that nobody does so in its sender's place when the reason of the refusal has gone.
 */
export class Nonces {
  readonly #used = new Generations();
  readonly #accepted = new Generations();
  /** of requests that nothing is decided about yet */
  readonly #underWay = new Set<string>();
  #turned = performance.now();

  /** Whether its request was refused: it is good for nothing more, whatever body comes with it. */
  isRefused(keyId: string, nonce: string): boolean {
    return this.#used.has(nameOf(keyId, nonce));
  }

  /** @returns a name for it, or undefined when it was used before */
  take(keyId: string, nonce: string): string | undefined {
    const name = nameOf(keyId, nonce);
    if (performance.now() - this.#turned > GENERATION) {
      this.#used.turn();
      this.#turned = performance.now();
    }
    if (this.#used.has(name) || this.#accepted.has(name) || this.#underWay.has(name)) return undefined;
    this.#underWay.add(name);
    return name;
  }

  /** Its request is refused. */
  refused(name: string): void {
    this.#underWay.delete(name);
    this.#used.add(name);
  }

  /** Its request is logged: it is found again by its number. */
  accepted(name: string): void {
    this.#underWay.delete(name);
    if (this.#accepted.size >= MOST_ACCEPTED) this.#accepted.turn();
    this.#accepted.add(name);
  }

  /** Nothing was decided about its request, which may be sent again as it is. */
  release(name: string): void {
    this.#underWay.delete(name);
  }
}
