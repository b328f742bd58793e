/** The demonstration as scenes on a calendar: acts add scenes, the play runs them in the order of their dates. */
import type { Documents } from "../../sdk/documents/index.ts";
import type { Stage } from "./stage.ts";

export const YEAR = 2568;

/** What every act works with. */
export interface Play {
  stage: Stage;
  documents: Documents;
  /** Adds a scene at a date (`2024-10-03` or with a time, Thai time). Scenes of one day keep their order. */
  at(date: string, run: (time: number, date: string) => Promise<void>): void;
}

interface Scene {
  time: number;
  date: string;
  run: (time: number, date: string) => Promise<void>;
}

/** Unix seconds of a Thai date; a date alone means nine in the morning. */
export function thaiTime(date: string): number {
  const iso = date.includes("T") ? `${date}+07:00` : `${date}T09:00:00+07:00`;
  const time = Date.parse(iso) / 1000;
  if (!Number.isFinite(time)) throw new Error(`demonstration: ${date} is not a date`);
  return time;
}

/** Satang of a whole number of baht. */
export const baht = (amount: number): bigint => BigInt(amount) * 100n;

export class Calendar {
  #scenes: Scene[] = [];

  add(date: string, run: Scene["run"]): void {
    this.#scenes.push({ time: thaiTime(date), date, run });
  }

  /** Plays every scene; `progress` is told how many are done. */
  async run(progress: (done: number, total: number) => void): Promise<void> {
    const scenes = this.#scenes.toSorted((a, b) => a.time - b.time);
    for (const [index, scene] of scenes.entries()) {
      await scene.run(scene.time, scene.date);
      progress(index + 1, scenes.length);
    }
  }
}
