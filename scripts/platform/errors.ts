import { ProngsaiError } from "../../sdk/errors.ts";
import type { Details } from "../../sdk/errors.ts";
import { chainTexts } from "./texts/chain.ts";
import { databaseTexts } from "./texts/database.ts";
import { startTexts } from "./texts/start.ts";

/** Errors of the platform, by code; each is listed in docs/errors.md. */
export const platformTexts = { ...startTexts, ...databaseTexts, ...chainTexts };

export type PlatformErrorCode = keyof typeof platformTexts;

/** The error with this code; `details` must hold the values that its texts name. */
export function platformError(
  code: PlatformErrorCode,
  details: Details = {},
  cause?: unknown,
): ProngsaiError {
  return new ProngsaiError(code, platformTexts[code](details), details, cause);
}

/** One sentence in both languages. */
export interface Said {
  readonly th: string;
  readonly en: string;
}

/** What a command's own parser said of the command line, in English only, or a command of ours in both languages. */
export const saidOfCommandLine = (cause: unknown): Said => {
  const { message } = cause as Error;
  return { th: `อ่านคำสั่งไม่ได้: ${message}`, en: message };
};

/** An error of a command: what was wrong is of the moment, how to mend it is not. */
export function commandError(code: string, what: Said, mend: Said, cause?: unknown): ProngsaiError {
  const texts = {
    th: { what: what.th, why: "", mend: mend.th },
    en: { what: what.en, why: "", mend: mend.en },
  };
  return new ProngsaiError(code, texts, {}, cause);
}

/**
 * The text for a terminal: code, what, why and how to mend it in Thai and English; without a stack for errors that a person
 * can mend.
 *
 * @param shown how a sentence is written that may quote what others said
 */
export function describeError(error: unknown, shown = (text: string) => text): string {
  if (error instanceof ProngsaiError) {
    const said = (["th", "en"] as const).map((locale) => {
      const { what, why, mend } = error.explain(locale);
      return `${shown([what, why].filter(Boolean).join(" "))}\n  → ${shown(mend)}`;
    });
    return `${error.code}: ${said.join("\n")}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
