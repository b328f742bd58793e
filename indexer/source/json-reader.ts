const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const ESCAPE = 0x5c;
const LIST = 0x5b;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;
const NULL = 0x6e;
const TRUE = 0x74;
const SPACE = 0x20;

/** Value of a hexadecimal digit by its byte, −1 for any other byte. */
const DIGITS = new Int8Array(256).fill(-1);
for (const [digits, first] of [
  ["0123456789", 0],
  ["abcdef", 10],
  ["ABCDEF", 10],
] as const) {
  for (let i = 0; i < digits.length; i++) DIGITS[digits.charCodeAt(i)] = first + i;
}

/** Texts that are remembered; a power of two. */
const REMEMBERED = 1_024;

/**
 * Reads JSON from its bytes, value by value, in the order in which it stands there. Nothing is made of what nobody asks
 * for, which is most of a block with its transactions, and bytes in hexadecimal become bytes without being a text first.
 * Of what is passed over only the extent is looked at.
 *
 * One reader for one answer after another. Throws SyntaxError where another kind of value stands than was asked for.
 */
export class JsonReader {
  #bytes: Uint8Array = new Uint8Array();
  #text: Buffer = Buffer.alloc(0);
  #at = 0;
  /** Whether a list or an object was begun and nothing has been read of it. */
  #begun = false;
  readonly #remembered = new Array<string>(REMEMBERED).fill("");

  /** Begins to read an answer. */
  open(json: Buffer): void {
    this.#bytes = json;
    this.#text = json;
    this.#at = 0;
    this.#begun = false;
  }

  /** To be called when the whole answer has been read. */
  close(): void {
    if (this.#next() >= 0) throw this.#unexpected("the end");
  }

  /** Whether an object is next; then its members are read by `name` and, each, whatever its value is. */
  object(): boolean {
    return this.#begin(OBJECT);
  }

  /** Whether a list is next; then its items are read while `item` says that there is one. */
  list(): boolean {
    return this.#begin(LIST);
  }

  /** The name of the next member, undefined when there is none. */
  name(): string | undefined {
    if (this.#ends(OBJECT_END)) return undefined;
    const name = this.text();
    if (this.#next() !== COLON) throw this.#unexpected("a colon");
    this.#at++;
    return name;
  }

  item(): boolean {
    return !this.#ends(LIST_END);
  }

  /** Whether null is next; then it has been read. */
  null(): boolean {
    if (this.#next() !== NULL) return false;
    this.skip();
    return true;
  }

  /** Whether true is next; whatever is there has been read. */
  true(): boolean {
    const is = this.#next() === TRUE;
    this.skip();
    return is;
  }

  /** A text, of the kind that is short and comes again: a name, an address, the hash of a block. */
  text(): string {
    if (this.#next() !== QUOTE) throw this.#unexpected("a text");
    const bytes = this.#bytes;
    const start = this.#at + 1;
    let end = start;
    let hash = 0;
    for (; ; end++) {
      const byte = bytes[end]!;
      if (byte === QUOTE) break;
      // Also at the end of the answer, where there is no byte.
      if (!(byte !== ESCAPE && byte < 0x80)) return this.#anyText();
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    this.#at = end + 1;
    const place = hash & (REMEMBERED - 1);
    const known = this.#remembered[place]!;
    if (this.#is(known, start, end)) return known;
    return (this.#remembered[place] = this.#text.toString("latin1", start, end));
  }

  /** A text or null. */
  textOrNull(): string | null {
    return this.null() ? null : this.text();
  }

  /** A quantity (`"0x1f"`) that a number holds exactly. */
  quantity(): number {
    if (this.#next() !== QUOTE) throw this.#unexpected("a quantity");
    this.#prefix();
    const start = this.#at;
    let value = 0;
    for (let digit: number; (digit = DIGITS[this.#bytes[this.#at]!] ?? -1) >= 0; this.#at++) {
      value = value * 16 + digit;
    }
    if (this.#at === start || value > Number.MAX_SAFE_INTEGER) throw this.#unexpected("a quantity");
    this.#endOfText();
    return value;
  }

  /**
   * Bytes in hexadecimal, written to `out` from `to` on; there must be room for `hexLength` of them.
   *
   * @returns where they end; −1 when the text is no such thing
   */
  hex(out: Uint8Array, to: number): number {
    if (this.#next() !== QUOTE) throw this.#unexpected("bytes");
    const bytes = this.#bytes;
    const start = this.#at;
    if (bytes[start + 1] !== 0x30 || bytes[start + 2] !== 0x78) return this.#noHex(start);
    let at = start + 3;
    for (let high: number; (high = DIGITS[bytes[at]!] ?? -1) >= 0; at += 2) {
      const low = DIGITS[bytes[at + 1]!] ?? -1;
      if (low < 0) return this.#noHex(start);
      out[to++] = (high << 4) | low;
    }
    if (bytes[at] !== QUOTE) return this.#noHex(start);
    this.#at = at + 1;
    return to;
  }

  /** Bytes in the next text when it is hexadecimal. */
  hexLength(): number {
    if (this.#next() !== QUOTE) throw this.#unexpected("bytes");
    const end = this.#text.indexOf(QUOTE, this.#at + 1);
    if (end < 0) throw this.#unexpected("the end of a text");
    // Without the quote and 0x; rounded up, because digits without a partner are found only by reading them.
    return Math.max((end - this.#at - 2) >> 1, 0);
  }

  /** The value that is next, whatever it is. */
  value(): unknown {
    this.#next();
    const start = this.#at;
    this.skip();
    return JSON.parse(this.#text.toString("utf8", start, this.#at));
  }

  /** Where the next value begins, for `again`. */
  place(): number {
    this.#next();
    return this.#at;
  }

  /** Goes back to a value that was just read, to read it as something else. */
  again(place: number): void {
    this.#at = place;
  }

  /** Passes the next value over. */
  skip(): void {
    let depth = 0;
    do {
      const byte = this.#next();
      if (byte === QUOTE) this.#skipText();
      else if (byte === OBJECT || byte === LIST) (depth++, this.#at++);
      else if (byte === OBJECT_END || byte === LIST_END) (depth--, this.#at++);
      else if (depth > 0 && (byte === COMMA || byte === COLON)) this.#at++;
      else this.#skipWord();
    } while (depth > 0);
    if (depth < 0) throw this.#unexpected("a value");
  }

  #begin(bracket: number): boolean {
    if (this.#next() !== bracket) return false;
    this.#at++;
    this.#begun = true;
    return true;
  }

  /** Whether the list or object ends here; otherwise what follows is the next of it. */
  #ends(bracket: number): boolean {
    const first = this.#begun;
    this.#begun = false;
    const byte = this.#next();
    if (byte === bracket) {
      this.#at++;
      return true;
    }
    if (first) return false;
    if (byte !== COMMA) throw this.#unexpected("a comma");
    this.#at++;
    return false;
  }

  /** The next byte that is no white space, −1 at the end. */
  #next(): number {
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at]!;
      if (byte > SPACE) return byte;
      this.#at++;
    }
    return -1;
  }

  #is(text: string, start: number, end: number): boolean {
    if (text.length !== end - start) return false;
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== this.#bytes[start + i]) return false;
    return true;
  }

  /** A text with escapes, or beyond ASCII. */
  #anyText(): string {
    const start = this.#at;
    this.#skipText();
    return JSON.parse(this.#text.toString("utf8", start, this.#at)) as string;
  }

  #prefix(): void {
    const [zero, x] = [this.#bytes[this.#at + 1], this.#bytes[this.#at + 2]];
    if (zero !== 0x30 || x !== 0x78) throw this.#unexpected("a quantity");
    this.#at += 3;
  }

  #endOfText(): void {
    if (this.#bytes[this.#at] !== QUOTE) throw this.#unexpected("the end of a text");
    this.#at++;
  }

  #noHex(start: number): number {
    this.#at = start;
    this.#skipText();
    return -1;
  }

  #skipText(): void {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) break;
      if (byte === ESCAPE) at++;
    }
    if (at >= bytes.length) throw this.#unexpected("the end of a text");
    this.#at = at + 1;
  }

  /** A number, true, false or null. */
  #skipWord(): void {
    const start = this.#at;
    for (; this.#at < this.#bytes.length; this.#at++) {
      const byte = this.#bytes[this.#at]!;
      if (byte <= SPACE || byte === COMMA || byte === LIST_END || byte === OBJECT_END || byte === COLON)
        break;
    }
    if (this.#at === start) throw this.#unexpected("a value");
  }

  #unexpected(wanted: string): SyntaxError {
    return new SyntaxError(`${wanted} was expected at byte ${this.#at} of ${this.#bytes.length}`);
  }
}
