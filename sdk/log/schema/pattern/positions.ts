/** Which characters: a bit for each of ASCII, and bit 128 for all others together. */
export type CharacterSet = bigint;

/** A part of a pattern: where a match of it begins and ends, by the places of its characters. */
export interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

export const EMPTY: Part = { nullable: true, first: [], last: [] };

/**
 * The automaton of a regular expression, a state for each place of a character in it (Glushkov 1961). When from every
 * place at most one way leads on for each character, a backtracking matcher never has a choice, and takes time in
 * proportion to the text. Brüggemann-Klein and Wood call such expressions one-unambiguous.
 */
export class Positions {
  readonly #sets: CharacterSet[] = [];
  readonly #follow: Set<number>[] = [];
  #twice = false;

  character(set: CharacterSet): Part {
    const place = this.#sets.push(set) - 1;
    this.#follow.push(new Set());
    return { nullable: false, first: [place], last: [place] };
  }

  sequence(a: Part, b: Part): Part {
    this.#connect(a.last, b.first);
    return {
      nullable: a.nullable && b.nullable,
      first: a.nullable ? [...a.first, ...b.first] : a.first,
      last: b.nullable ? [...a.last, ...b.last] : b.last,
    };
  }

  choice(a: Part, b: Part): Part {
    return {
      nullable: a.nullable || b.nullable,
      first: [...a.first, ...b.first],
      last: [...a.last, ...b.last],
    };
  }

  repeated(part: Part, least: number, most: number): Part {
    if (most > 1) this.#connect(part.last, part.first);
    return { ...part, nullable: part.nullable || least === 0 };
  }

  /** Two ways from one place to another, as in (a+)+, are a choice too. */
  #connect(from: readonly number[], to: readonly number[]): void {
    for (const a of from)
      for (const b of to) {
        if (this.#follow[a]!.has(b)) this.#twice = true;
        this.#follow[a]!.add(b);
      }
  }

  #disjoint(places: Iterable<number>): boolean {
    let seen = 0n;
    for (const place of places) {
      if ((seen & this.#sets[place]!) !== 0n) return false;
      seen |= this.#sets[place]!;
    }
    return true;
  }

  /** Whether a matcher of this whole expression never has a choice. */
  isDeterministic(whole: Part): boolean {
    return !this.#twice && this.#disjoint(whole.first) && this.#follow.every((next) => this.#disjoint(next));
  }
}
