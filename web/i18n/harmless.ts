/**
 * Characters that nobody sees and that turn or imitate the text around them: marks, embeddings, overrides and isolates of
 * direction (UAX #9), other format characters, controls. Blanks and line ends stay, and what writes Thai, emoji and other
 * scripts as they should be: zero-width space, joiner and non-joiner, soft hyphen.
 */
const TRICKS = /(?![\t\n\r])\p{Cc}|(?![\u200B-\u200D\u00AD])\p{Cf}/gu;

const name = (character: string) => character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");

/** Words of others as they may be shown: each such character stands there by its name, `⟨U+202E⟩`, and does nothing. */
export const harmless = (text: string): string =>
  text.replace(TRICKS, (character) => `⟨U+${name(character)}⟩`);
