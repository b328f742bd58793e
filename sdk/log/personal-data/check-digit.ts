/**
 * Whether thirteen digits bear the check digit of Thai citizen and tax numbers: 11 minus the sum of the first twelve,
 * weighted 13 to 2, modulo 11; of that the last digit.
 */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += (digits.charCodeAt(i) - 48) * (13 - i);
  return (11 - (sum % 11)) % 10 === digits.charCodeAt(12) - 48;
}

/** Whether thirteen Arabic digits are a number of a natural person: it begins with 1 to 8 (0 is a juristic person's). */
export function isCitizenNumber(digits: string): boolean {
  const first = digits.charCodeAt(0);
  return digits.length === 13 && first >= 49 && first <= 56 && hasCheckDigit(digits);
}
