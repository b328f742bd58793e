const OTHER = 0;
const DIGIT = 1;
const SEPARATOR = 2;
const AT = 3;

/** Fewest digits of a telephone number, and most separators between two of its digits. */
const FEWEST_DIGITS = 9;
const MOST_SEPARATORS = 4;

const ascii = new Uint8Array(128);
for (const digit of "0123456789") ascii[digit.charCodeAt(0)] = DIGIT;
for (const separator of " \t\r\n-._()[]{}/\\|*~:,;=+'\"&") ascii[separator.charCodeAt(0)] = SEPARATOR;
ascii["@".charCodeAt(0)] = AT;

function classOf(unit: number): number {
  if (unit < 128) return ascii[unit]!;
  // Thai without its digits, and letters of Latin scripts.
  if (unit >= 0x0e00 && unit < 0x0e80) return unit >= 0x0e50 && unit <= 0x0e59 ? DIGIT : OTHER;
  if (unit >= 0xc0 && unit < 0x01c0) return OTHER;
  // Digits of other scripts, full-width and raised ones, signs, marks and what is not seen; a closer look tells which.
  return DIGIT;
}

const HASH = /^0x[0-9a-f]{64}$/;
const CID = /^baf[a-z2-7]{56}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:(?:\.\d{3})?Z|[+-]\d\d:\d\d)$/;

/** A whole text that is a hash, a CID or a time of ISO 8601, by its length first: every record has some. */
function isMachineMade(text: string): boolean {
  switch (text.length) {
    case 20:
    case 24:
    case 25:
      return TIME.test(text);
    case 59:
      return CID.test(text);
    case 66:
      return HASH.test(text);
    default:
      return false;
  }
}

/**
 * Whether a text might hold a number of a person or an e-mail address. Cheap and never wrong when it says no; most texts
 * end here.
 */
export function isSuspicious(text: string): boolean {
  if (text.length < 6 || isMachineMade(text)) return false;
  let digits = 0;
  let separators = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    switch (classOf(unit)) {
      case DIGIT:
        separators = 0;
        if (++digits >= FEWEST_DIGITS || unit === 0xff20 || unit === 0xfe6b) return true;
        break;
      case SEPARATOR:
        if (++separators > MOST_SEPARATORS) digits = 0;
        break;
      case AT:
        return true;
      default:
        digits = 0;
        separators = 0;
    }
  }
  return false;
}
