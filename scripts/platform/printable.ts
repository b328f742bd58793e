/** Controls, separators of lines, and format characters that turn or hide the text around them; those that Thai needs stay. */
const TRICKS = /\p{Cc}|\p{Zl}|\p{Zp}|(?![\u200B-\u200D\u00AD])\p{Cf}/gu;

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * Words of others as one line of a terminal may show them: each such character is written `\u001b`, as JSON writes it, and
 * does nothing; no word of theirs begins a line or erases one.
 */
export const printable = (text: string): string =>
  text.replace(TRICKS, (character) => character.split("").map(escaped).join(""));
