/** What was wrong, why it is refused, and how to mend it; one plain sentence or two each. */
export type Explanation = { readonly what: string; readonly why: string; readonly mend: string };

/** The same explanation in both languages; Thai is the original. */
export type Texts = { readonly th: Explanation; readonly en: Explanation };

export type Locale = keyof Texts;

export type Details = Readonly<Record<string, unknown>>;

/**
 * An error that a person can mend. `code` is stable and listed in docs/errors.md, `texts` explains it in Thai and
 * English, `details` holds the offending values. `message` is the English explanation without the remedy.
 */
export class ProngsaiError extends Error {
  override readonly name = "ProngsaiError";
  readonly code: string;
  readonly texts: Texts;
  readonly details: Details;

  constructor(code: string, texts: Texts, details: Details = {}, cause?: unknown) {
    super(`${texts.en.what} ${texts.en.why}`.trim(), cause === undefined ? undefined : { cause });
    this.code = code;
    this.texts = texts;
    this.details = details;
  }

  /** How to mend it, in English. */
  get mend(): string {
    return this.texts.en.mend;
  }

  /** Where the code is documented, relative to the project's root. */
  get docs(): string {
    return `docs/errors.md#${this.code}`;
  }

  /** The explanation in the reader's language. */
  explain(locale: Locale): Explanation {
    return this.texts[locale];
  }
}
