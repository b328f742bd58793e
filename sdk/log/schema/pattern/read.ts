import { EVERY, escaped, range } from "./characters.ts";
import { EMPTY, Positions } from "./positions.ts";
import type { CharacterSet, Part } from "./positions.ts";

/** The pattern uses something that is not read here: look-around, back references, lazy quantifiers … */
class NotRead extends Error {}

const QUANTIFIER = /[*+?]|\{(\d+)(?:(,)(\d*))?\}/y;

/** Reads the subset of ECMA-262 patterns that schemas need, and builds its positions. */
class Reader {
  readonly positions = new Positions();
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  /** A choice between whole texts is not read: ^ would belong to its first alternative only, and $ to its last. */
  whole(): Part {
    const part = this.#sequence();
    if (this.#at < this.#pattern.length) throw new NotRead();
    return part;
  }

  #take(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #next(): string {
    const code = this.#pattern.codePointAt(this.#at);
    if (code === undefined) throw new NotRead();
    const character = String.fromCodePoint(code);
    this.#at += character.length;
    return character;
  }

  #choice(): Part {
    let part = this.#sequence();
    while (this.#take("|")) part = this.positions.choice(part, this.#sequence());
    return part;
  }

  #sequence(): Part {
    let part = EMPTY;
    while (this.#at < this.#pattern.length && !/[|)]/.test(this.#pattern[this.#at]!))
      part = this.positions.sequence(part, this.#quantified());
    if (part === EMPTY) throw new NotRead();
    return part;
  }

  #quantified(): Part {
    const part = this.#atom();
    QUANTIFIER.lastIndex = this.#at;
    const found = QUANTIFIER.exec(this.#pattern);
    if (!found) return part;
    this.#at = QUANTIFIER.lastIndex;
    if (/[?*+{]/.test(this.#pattern[this.#at] ?? "")) throw new NotRead();
    const [sign, least, comma, most] = found;
    if (sign === "?") return this.positions.repeated(part, 0, 1);
    if (sign === "*" || sign === "+") return this.positions.repeated(part, sign === "*" ? 0 : 1, Infinity);
    return this.positions.repeated(part, Number(least), comma ? Number(most || Infinity) : Number(least));
  }

  #atom(): Part {
    if (this.#take("(")) return this.#group();
    const set = this.#take("[") ? this.#class() : this.#character(/[\^$*+?{}\]()|]/);
    return this.positions.character(set);
  }

  #group(): Part {
    if (!this.#take("?:") && this.#pattern[this.#at] === "?") throw new NotRead();
    const part = this.#choice();
    if (!this.#take(")")) throw new NotRead();
    return part;
  }

  #character(reserved: RegExp): CharacterSet {
    const character = this.#next();
    if (character === "\\") return escaped(this.#next()) ?? this.#fail();
    if (reserved.test(character)) return this.#fail();
    if (character === "." && reserved.test("*")) return EVERY;
    const code = character.codePointAt(0)!;
    return range(code, code);
  }

  #class(): CharacterSet {
    const negated = this.#take("^");
    let set: CharacterSet = 0n;
    while (!this.#take("]")) set |= this.#classMember();
    return negated ? EVERY & ~(set & ~(1n << 128n)) : set;
  }

  #classMember(): CharacterSet {
    const from = this.#pattern.codePointAt(this.#at) ?? this.#fail();
    const first = this.#character(/[[]/);
    if (this.#pattern[this.#at] !== "-" || this.#pattern[this.#at + 1] === "]") return first;
    this.#at++;
    const to = this.#pattern.codePointAt(this.#at) ?? this.#fail();
    this.#character(/[\\[]/);
    return from === 0x5c ? this.#fail() : range(from, to);
  }

  #fail(): never {
    throw new NotRead();
  }
}

/** Longest pattern that is read, in characters. */
export const MAX_PATTERN_LENGTH = 256;

/**
 * Whether a pattern is safe to run on what strangers send: at most 256 characters, the whole text from `^` to `$`, and so
 * that at every character there is one way on only; then the time it takes grows with the text and no faster. What
 * cannot be read (look-around, back references, lazy quantifiers) is not safe.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > MAX_PATTERN_LENGTH || !/^\^.+\$$/s.test(pattern)) return false;
  try {
    new RegExp(pattern, "u");
    const reader = new Reader(pattern.slice(1, -1));
    return reader.positions.isDeterministic(reader.whole());
  } catch {
    return false;
  }
}
