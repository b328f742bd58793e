const THAI_ZERO = 0x0e50;

/** Thai numerals ๐–๙ turned into Arabic 0–9; every other character is kept. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
}

/** Arabic numerals 0–9 turned into Thai ๐–๙; every other character is kept. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)));
}
