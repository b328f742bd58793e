const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const DOT = 0x2e;
const [E, SMALL_E] = [0x45, 0x65];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Levels of a text that is read at all; a record has far fewer, and much deeper ones cost far more than their length. */
const DEEPEST = 64;

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const ofNumber = (byte: number | undefined) =>
  isDigit(byte) || byte === DOT || byte === E || byte === SMALL_E || byte === 0x2b || byte === 0x2d;

const LITERAL = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Whether a number is read as a whole one that is not what stands there: 4503599627370497.5 as 4503599627370498. */
function isRounded(literal: string): boolean {
  const [, whole, fraction = "", exponent = "0"] = LITERAL.exec(literal) ?? [];
  if (whole === undefined || !Number.isSafeInteger(Number(literal))) return false;
  const digits = (whole + fraction).replace(/^0+/, "");
  const zeros = digits.length - digits.replace(/0+$/, "").length;
  return digits !== "" && Number(exponent) - fraction.length + zeros < 0;
}

/** What is wrong with a text that is about to be read as JSON: too many levels, or a number that would be rounded. */
export function faultOf(json: Uint8Array): "depth" | "number" | undefined {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (byte === QUOTE) {
      for (at++; at < json.length && json[at] !== QUOTE; at++) if (json[at] === BACKSLASH) at++;
    } else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
      if (++depth > DEEPEST) return "depth";
    } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
      depth--;
    } else if ((byte === DOT || byte === E || byte === SMALL_E) && isDigit(json[at - 1])) {
      let [from, to] = [at, at];
      while (ofNumber(json[from - 1])) from--;
      while (ofNumber(json[to])) to++;
      if (isRounded(Buffer.from(json.subarray(from, to)).toString("latin1"))) return "number";
      at = to - 1;
    }
  }
  return undefined;
}
