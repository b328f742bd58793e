const DIGIT = /^\p{Nd}$/u;
const isDigit = (point: number) => DIGIT.test(String.fromCodePoint(point));

/** Digits of a script stand in a row from 0 to 9. Source: Unicode Standard section 4.6. */
function valueOf(digit: string): string {
  const point = digit.codePointAt(0)!;
  let zero = point;
  while (isDigit(zero - 1)) zero--;
  return String((point - zero) % 10);
}

/** Decimal digits of all scripts (Lao, Khmer, Burmese, Devanagari …) turned into Arabic 0–9; other characters are kept. */
export const otherDigits = (text: string): string => text.replace(/(?![0-9])\p{Nd}/gu, valueOf);
