import type { ProngsaiError } from "../../../sdk/errors.ts";

/** What is wrong with one service only; the others go on without it. */
const OF_ONE_SERVICE = new Set([
  ...["LOG_ANCHOR_NO_CHECKPOINT_KEY", "LOG_KEY_FILE", "LOG_KEY_DEMONSTRATION"],
  ...["LOG_ANCHOR_KEY_NOT_IN_FORCE", "LOG_ANCHOR_REFUSED"],
  ...["LOG_INTAKE_ROOT", "LOG_INTAKE_ENTRY", "LOG_INTAKE_CHAIN"],
  ...["LOG_TILE_MISSING", "LOG_TILE_MALFORMED", "LOG_BUNDLE_MALFORMED", "MERKLE_INDEX_OUT_OF_RANGE"],
]);

export const concernsOneService = ({ code }: ProngsaiError): boolean => OF_ONE_SERVICE.has(code);

/** How long a service that cannot be anchored is left alone before it is tried again (milliseconds). */
const LEAVE_ALONE = 2_000;

/** Services that cannot be anchored for now. */
export class HeldServices {
  readonly #held = new Map<string, { readonly code: string; readonly until: number }>();

  /** @returns whether this is news, to be told */
  hold(service: string, { code }: ProngsaiError, now: number): boolean {
    const news = this.#held.get(service)?.code !== code;
    this.#held.set(service, { code, until: now + LEAVE_ALONE });
    return news;
  }

  isHeld(service: string, now: number): boolean {
    return now < (this.#held.get(service)?.until ?? 0);
  }

  /** Services that were tried in vain when they were tried last. */
  get count(): number {
    return this.#held.size;
  }

  release(service: string): void {
    this.#held.delete(service);
  }
}
