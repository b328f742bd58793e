import type { Request } from "express";
import type { Locale } from "../../../sdk/errors.ts";

/** The reader's language: `lang` in the address, else Accept-Language; Thai when neither says. */
export function languageOf(request: Request): Locale {
  const said = /[?&]lang=(th|en)(?:&|$)/.exec(request.url)?.[1];
  if (said) return said as Locale;
  const accepted = request.acceptsLanguages("th", "en");
  return accepted === "th" ? "th" : "en";
}
