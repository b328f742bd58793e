import type { Locale } from "../../sdk/errors.ts";

export const languages = ["th", "en"] as const satisfies Locale[];

export type Language = (typeof languages)[number];

/**
 * The language is part of the address, and nothing else decides it: `/…` is Thai, `/en/…` is English. A link shows
 * everybody the same page, and needs neither cookie nor guess.
 */
export function languageOf(path: string): Language {
  return path === "/en" || path.startsWith("/en/") ? "en" : "th";
}

/** What stands before every path of a language. */
export const basename = { th: "/", en: "/en" } as const satisfies Record<Language, string>;

/** The same page in another language. */
export function inLanguage(path: string, language: Language): string {
  const bare = path.replace(/^\/en(?=\/|$)/, "") || "/";
  return language === "th" ? bare : `/en${bare === "/" ? "" : bare}`;
}
