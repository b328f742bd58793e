import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { COMMON, queryOf } from "../operation/variables.ts";
import { languageOf } from "../problems/language.ts";
import { restError } from "../problems/rest-error.ts";
import type { Described } from "./described.ts";
import { openApiDocument } from "./document.ts";
import type { JsonSchema } from "./json-schema.ts";
import { apiPage, pageStyle } from "./page.ts";

const STYLE = createHash("sha256").update(pageStyle).digest("base64");
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** @throws ProngsaiError PARAMETER_UNKNOWN when the address has others than `lang` */
export function onlyCommon(request: Request): void {
  for (const name of queryOf(request.originalUrl).keys()) {
    if (!(COMMON as readonly string[]).includes(name)) {
      throw restError("PARAMETER_UNKNOWN", {
        name: name.toWellFormed().slice(0, 80),
        known: COMMON.join(", "),
      });
    }
  }
}

const answer = (response: Response, language: string) =>
  response.set({
    "Cache-Control": "public, max-age=300",
    Vary: "Accept-Language, Accept-Encoding",
    "Content-Language": language,
  });

/** The description of the API for programs and for people; both are made once a language. */
export function serveDescription(
  addresses: readonly Described[],
  schemas: Readonly<Record<string, JsonSchema>>,
): { document: RequestHandler; page: RequestHandler } {
  const documents = {
    th: JSON.stringify(openApiDocument(addresses, schemas, "th"), null, 1),
    en: JSON.stringify(openApiDocument(addresses, schemas, "en"), null, 1),
  };
  const pages = { th: apiPage(addresses, "th"), en: apiPage(addresses, "en") };
  return {
    document: (request, response) => {
      onlyCommon(request);
      const language = languageOf(request);
      answer(response, language).type("application/json").send(documents[language]);
    },
    page: (request, response) => {
      onlyCommon(request);
      const language = languageOf(request);
      answer(response, language).set("Content-Security-Policy", POLICY).type("html").send(pages[language]);
    },
  };
}
