/** Remainder by 97 of the number that a text of digits and letters stands for, letters being A=10 … Z=35. */
function remainder(characters: string): number {
  let value = 0;
  for (const character of characters) {
    const digit = parseInt(character, 36);
    value = (value * (digit > 9 ? 100 : 10) + digit) % 97;
  }
  return value;
}

/** The two check digits of ISO 7064 MOD 97-10 for a text of 0–9 and A–Z (letters as in IBAN): from 02 to 98. */
export function checkDigits(characters: string): string {
  return String(98 - remainder(`${characters}00`)).padStart(2, "0");
}

/** Whether the text's last two characters are its check digits. */
export function hasValidCheckDigits(characters: string): boolean {
  return checkDigits(characters.slice(0, -2)) === characters.slice(-2);
}
