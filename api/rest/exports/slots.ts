import { restError } from "../problems/rest-error.ts";

/** So many exports at once, that the others still get connections and time. */
export class Slots {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @returns what gives the place back @throws ProngsaiError EXPORT_BUSY */
  take(): () => void {
    if (this.#taken >= this.#most) throw restError("EXPORT_BUSY", { limit: this.#most });
    this.#taken++;
    let held = true;
    return () => {
      if (held) this.#taken--;
      held = false;
    };
  }
}
