/**
 * Whether thirteen digits bear the check digit of Thai citizen and tax numbers: 11 minus the sum of the first twelve,
 * weighted 13 to 2, modulo 11; of that the last digit.
 */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += (digits.charCodeAt(i) - 48) * (13 - i);
  return (11 - (sum % 11)) % 10 === digits.charCodeAt(12) - 48;
}

/**
 * How numbers of natural persons begin: 1 to 8 by the kind of registration; 00 those of registered migrant workers;
 * 0, an office of four digits and 89 those of persons without civil registration.
 */
const PERSON = /^(?:[1-8]|00[1-9]|0\d{4}89)/;
/** 0, a province from 10 or 99, a kind, and the last three digits of the Buddhist year, or 000 of public bodies. */
const JURISTIC = /^0[1-9]\d{2}(?:[45]\d\d|000)/;

const THIRTEEN = /^\d{13}$/;

/** Whether these are thirteen Arabic digits that are the number of a natural person, by beginning and check digit. */
export function isCitizenNumber(digits: string): boolean {
  return THIRTEEN.test(digits) && PERSON.test(digits) && hasCheckDigit(digits);
}

/** The same of a juristic person, which is nobody's personal data. */
export function isJuristicNumber(digits: string): boolean {
  return THIRTEEN.test(digits) && JURISTIC.test(digits) && !PERSON.test(digits) && hasCheckDigit(digits);
}
