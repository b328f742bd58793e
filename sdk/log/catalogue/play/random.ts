/** FNV-1a, 32 bits: turns a name into a seed. Not for security. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Numbers that the same name gives again and again (mulberry32). */
export class Random {
  #state: number;

  constructor(name: string) {
    this.#state = seedOf(name);
  }

  /** 0 ≤ x < 1 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both limits included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<const L extends readonly unknown[]>(list: L): L[number] {
    return list[this.between(0, list.length - 1)];
  }

  /** 32 bytes in hexadecimal, as a stand-in for a hash of data that does not exist. */
  hash(): string {
    const words = Array.from({ length: 8 }, () => Math.floor(this.next() * 2 ** 32));
    return `0x${words.map((word) => word.toString(16).padStart(8, "0")).join("")}`;
  }
}
