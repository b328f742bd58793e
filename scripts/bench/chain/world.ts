import type { Agency, Cast } from "./cast.ts";
import { paper } from "./calls.ts";
import type { Paper } from "./calls.ts";
import type { Dice } from "./dice.ts";

export const YEAR = 2568;
/** First second of the fiscal year, Bangkok. */
export const YEAR_START = Date.parse("2024-10-01T00:00:00+07:00") / 1000;
export const YEAR_END = Date.parse("2025-09-30T23:59:59+07:00") / 1000;

/**
 * What the ledger's counters will be: identifiers are given in the order of execution, so whoever writes the order knows
 * them beforehand.
 */
export class World {
  readonly cast: Cast;
  readonly dice: Dice;
  /** Keeps a project's public description and gives its document. */
  readonly keepBrief: (content: string) => void;
  /** time of the block that is being filled, Unix seconds */
  now = 0;
  #papers = 0;
  readonly #ids = { line: 0n, commitment: 0n, milestone: 0n, disbursement: 0n };
  readonly #sequences = new Map<Agency, number>();

  constructor(cast: Cast, dice: Dice, keepBrief: (content: string) => void) {
    this.cast = cast;
    this.dice = dice;
    this.keepBrief = keepBrief;
  }

  next(kind: "line" | "commitment" | "milestone" | "disbursement"): bigint {
    return ++this.#ids[kind];
  }

  sequence(agency: Agency): number {
    const next = (this.#sequences.get(agency) ?? 0) + 1;
    this.#sequences.set(agency, next);
    return next;
  }

  /** A new piece of evidence, dated today. */
  evidence(): Paper {
    return paper(`evidence ${++this.#papers}`, this.now);
  }

  brief(content: string): Paper {
    this.keepBrief(content);
    return paper(content, this.now);
  }
}
