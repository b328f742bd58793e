/**
 * Finds personal data in bytes, independently of the importer that must have removed it: citizen numbers with a right
 * check digit, mobile telephone numbers and e-mail addresses, in Arabic or Thai digits.
 */
const CITIZEN = /(?<![\d.])[1-8](?:[ -]?\d){12}(?![\d.])/g;
const MOBILE = /(?<![\da-f.-])0[689]\d(?:[ -]?\d{3}[ -]?\d{4})(?![\da-f.-])/gi;
const EMAIL = /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/gi;

/** Check digit of a citizen number: 11 minus the weighted sum modulo 11, of which the last digit counts. */
export function withCheckDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (13 - i), 0);
  return `${twelve}${(11 - (sum % 11)) % 10}`;
}

/** What in the text looks like data of a person. */
export function personalData(text: string): string[] {
  const arabic = text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  const citizens = [...arabic.matchAll(CITIZEN)]
    .map(([found]) => found)
    .filter((found) => {
      const digits = found.replace(/\D/g, "");
      return withCheckDigit(digits.slice(0, 12)) === digits;
    });
  const others = [MOBILE, EMAIL].flatMap((pattern) => [...arabic.matchAll(pattern)].map(([found]) => found));
  return [...citizens, ...others];
}
