/** More writers than this have never been seen in one service; further ones are not told apart. */
const MOST = 0xffff;

/** Who wrote each entry of a log, two bytes an entry. */
export class Submitters {
  readonly #numbers = new Map<string, number>();
  readonly #labels: string[] = [];
  /** number of the submitter, from 1; 0 where it is not known */
  #of = new Uint16Array(1 << 12);

  set(index: number, submitter: string): void {
    let number = this.#numbers.get(submitter);
    if (number === undefined) {
      if (this.#labels.length === MOST) return;
      number = this.#labels.push(submitter);
      this.#numbers.set(submitter, number);
    }
    if (index >= this.#of.length) {
      const larger = new Uint16Array(Math.max(index + 1, this.#of.length * 2));
      larger.set(this.#of);
      this.#of = larger;
    }
    this.#of[index] = number;
  }

  /** undefined where the entry could not be read */
  get(index: number): string | undefined {
    return this.#labels[(this.#of[index] ?? 0) - 1];
  }
}
