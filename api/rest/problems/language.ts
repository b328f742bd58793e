import { request as expressRequest } from "express";
import type { Request } from "express";
import type { IncomingMessage } from "node:http";
import type { Locale } from "../../../sdk/errors.ts";

/** The reader's language: `lang` in the address, else Accept-Language; Thai when neither says. */
export function languageOf(request: IncomingMessage): Locale {
  const said = /[?&]lang=(th|en)(?:&|$)/.exec(request.url ?? "")?.[1];
  if (said) return said as Locale;
  // Express's own way of reading the field, which needs nothing of Express but the field.
  const accepted = expressRequest.acceptsLanguages.call(request as Request, "th", "en");
  return accepted === "th" ? "th" : "en";
}
