import type { Json } from "../../../canonical-json.ts";
import type { Actor } from "../../record/types.ts";
import { DAY, dayStart } from "./calendar.ts";
import { Random } from "./random.ts";
import { Story } from "./story.ts";

/** The latest earlier entry of this type about this subject. Whoever writes the log knows its index. */
export interface LocalReference {
  readonly type: string;
  readonly subjectKey: string;
}

/** An action of a demonstration day: what the service knows, before the log's own members are added. */
export interface PlayedAction {
  readonly type: string;
  /** UTC with milliseconds */
  readonly ts: string;
  /** the service's own name for what the action is about; becomes a salted commitment. Null: nobody in particular */
  readonly subjectKey: string | null;
  readonly actor: Actor;
  readonly data: { readonly [member: string]: Json };
  readonly refs?: readonly LocalReference[];
}

/**
 * The actions of `days` days from the day `from` (`2026-11-24`, Bangkok), by time. The same seed gives the same actions.
 * The service began on the day `origin` (default: `from`); what began then goes on in later calls, so that the days
 * played one after the other are the days played at once.
 */
export type Play = (seed: number, from: string, days: number, origin?: string) => PlayedAction[];

/** What a service's script may use. */
export class Stage {
  readonly #name: string;
  readonly #said: PlayedAction[];
  /** when the service began, ms */
  readonly origin: number;
  /** end of the days asked for, ms */
  readonly end: number;

  constructor(name: string, said: PlayedAction[], origin: number, end: number) {
    this.#name = name;
    this.#said = said;
    this.origin = origin;
    this.end = end;
  }

  /** A story about one subject that begins at the instant `at` (ms) and has chances of its own. */
  story(key: string, at: number): Story {
    return new Story(this.#said, new Random(`${this.#name}/${key}`), key, at);
  }

  /** Runs `script` for each day since the service began. Draw how much happens from `random`, then tell stories. */
  everyDay(script: (day: { readonly start: number; readonly id: number; readonly random: Random }) => void) {
    for (let start = this.origin; start < this.end; start += DAY) {
      const id = Math.round(start / DAY);
      script({ start, id, random: new Random(`${this.#name}/day/${id}`) });
    }
  }
}

/** The player of a service's script. */
export function play(service: string, script: (stage: Stage) => void): Play {
  return (seed, from, days, origin = from) => {
    const start = dayStart(from);
    const end = start + days * DAY;
    const said: PlayedAction[] = [];
    script(new Stage(`${seed}/${service}`, said, dayStart(origin), end));
    const times = said.map((action, order) => ({ action, order, at: Date.parse(action.ts) }));
    return times
      .filter(({ at }) => at >= start && at < end)
      .sort((a, b) => a.at - b.at || a.order - b.order)
      .map(({ action }) => action);
  };
}
