/** Entries of one log from `first` to `last`, both included. */
export type Range = { readonly first: number; readonly last: number };

/** How many ranges are written out; the rest is counted. */
const NAMED = 20;

const text = ({ first, last }: Range): string => (first === last ? `${first}` : `${first}–${last}`);

/** `entry 5` or `entries 5–9`. */
export const rangeText = (range: Range): string =>
  `${range.first === range.last ? "entry" : "entries"} ${text(range)}`;

/** A set of entries of one log that is filled from the first on. */
export class Ranges {
  readonly #ranges: { first: number; last: number }[] = [];
  /** how many entries there are */
  count = 0;

  /** @param range begins after everything that was added before */
  add({ first, last }: Range): void {
    this.count += last - first + 1;
    const before = this.#ranges.at(-1);
    if (before?.last === first - 1) before.last = last;
    else this.#ranges.push({ first, last });
  }

  has(index: number): boolean {
    return this.#ranges.some(({ first, last }) => first <= index && index <= last);
  }

  /** Whether any entry comes after this one. */
  reachesBeyond(index: number): boolean {
    return (this.#ranges.at(-1)?.last ?? -1) > index;
  }

  /** `entries 5–9, 12 (6 in all)`; of many ranges the first ones. */
  toString(): string {
    const more = this.#ranges.length - NAMED;
    const named = this.#ranges.slice(0, NAMED).map(text).join(", ");
    const noun = this.count === 1 ? "entry" : "entries";
    return `${noun} ${named}${more > 0 ? ` and ${more} more ranges` : ""} (${this.count.toLocaleString("en")} in all)`;
  }
}
