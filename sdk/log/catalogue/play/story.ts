import type { ActionType } from "../define/action.ts";
import type { Data, Fields } from "../define/field.ts";
import { DAY, HOUR, MINUTE, officeTime } from "./calendar.ts";
import type { LocalReference, PlayedAction } from "./play.ts";
import type { Random } from "./random.ts";

/** One subject's way through a service: time only moves on. */
export class Story {
  readonly #said: PlayedAction[];
  readonly random: Random;
  readonly key: string;
  /** ms */
  now: number;

  constructor(said: PlayedAction[], random: Random, key: string, now: number) {
    this.#said = said;
    this.random = random;
    this.key = key;
    this.now = now;
  }

  /** Lets from `least` to `most` minutes pass, and milliseconds that nobody planned. */
  wait(least: number, most: number): this {
    this.now += this.random.between(least * MINUTE, most * MINUTE);
    return this;
  }

  /** The same; then until an office is open. */
  office(least: number, most: number): this {
    this.wait(least, most);
    this.now = officeTime(this.now);
    return this;
  }

  /** Whole minutes, hours, days since an instant: what a service may claim to have taken, counted in full. */
  minutesSince(then: number): number {
    return Math.floor((this.now - then) / MINUTE);
  }

  hoursSince(then: number): number {
    return Math.floor((this.now - then) / HOUR);
  }

  daysSince(then: number): number {
    return Math.floor((this.now - then) / DAY);
  }

  /** Says what happened now about this story's subject; `about` are types of earlier actions of the same subject. */
  act<F extends Fields>(role: string, type: ActionType<F>, data: Data<F>, about: readonly ActionType[] = []) {
    const refs = about.map((earlier) => ({ type: earlier.type, subjectKey: this.key }));
    this.tell(this.key, role, type, data, refs);
  }

  /** The same, with a reference to another subject's action. */
  join<F extends Fields>(role: string, type: ActionType<F>, data: Data<F>, other: LocalReference) {
    this.tell(this.key, role, type, data, [other]);
  }

  /** The same about nobody in particular. */
  announce<F extends Fields>(role: string, type: ActionType<F>, data: Data<F>) {
    this.tell(null, role, type, data, []);
  }

  private tell(
    subjectKey: string | null,
    role: string,
    { type }: { readonly type: string },
    data: object,
    refs: readonly LocalReference[],
  ) {
    this.#said.push({
      type,
      ts: new Date(this.now).toISOString(),
      subjectKey,
      actor: { role },
      data: data as PlayedAction["data"],
      ...(refs.length > 0 && { refs }),
    });
  }
}
