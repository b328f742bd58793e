/**
 * A 64-bit fingerprint of a text as two unsigned 32-bit halves (two rounds of MurmurHash3's mixing with different seeds).
 * For finding repeated keys in a file, not for proofs: two of a million different keys collide once in 37 million files.
 */
export function fingerprint(text: string): readonly [number, number] {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0xcc9e2d51);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ unit, 0x1b873593);
    b = (b << 15) | (b >>> 17);
  }
  return [mixed(a ^ text.length ^ (b << 1)), mixed(b ^ Math.imul(a, 5))];
}

function mixed(half: number): number {
  half = Math.imul(half ^ (half >>> 16), 0x85ebca6b);
  half = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return (half ^ (half >>> 16)) >>> 0;
}

/** Where a key was first seen, and the tag that was kept with it then. */
export interface FirstSight {
  readonly line: number;
  readonly tag: number;
}

/**
 * Fingerprints seen so far, each with the line where it was first seen and a 32-bit tag: 16 bytes a slot, filled to two
 * thirds at most, so that a file of a million rows costs some 30 MB and not ten times as much in JavaScript maps.
 */
export class SeenKeys {
  #slots = 1024;
  /** High and low half of the fingerprint, line and tag of each slot; line 0 marks an empty one. */
  #table = new Uint32Array(4 * 1024);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** What was kept with the key; or, when it is new, keeps `line` (≥ 1) and `tag` with it and returns null. */
  firstSeen(key: string, line: number, tag = 0): FirstSight | null {
    const [high, low] = fingerprint(key);
    const at = this.#find(high, low);
    const known = this.#table[at + 2]!;
    if (known !== 0) return { line: known, tag: this.#table[at + 3]! };
    this.#table.set([high, low, line, tag], at);
    if (++this.#count * 3 > this.#slots * 2) this.#grow();
    return null;
  }

  #find(high: number, low: number): number {
    const table = this.#table;
    let slot = low & (this.#slots - 1);
    for (let at = slot * 4; table[at + 2] !== 0; at = slot * 4) {
      if (table[at] === high && table[at + 1] === low) return at;
      slot = (slot + 1) & (this.#slots - 1);
    }
    return slot * 4;
  }

  #grow(): void {
    const old = this.#table;
    this.#slots *= 2;
    this.#table = new Uint32Array(4 * this.#slots);
    for (let at = 0; at < old.length; at += 4) {
      if (old[at + 2] !== 0) this.#table.set(old.subarray(at, at + 4), this.#find(old[at]!, old[at + 1]!));
    }
  }
}
