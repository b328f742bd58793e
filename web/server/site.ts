import type { i18n } from "i18next";
import { languageOf } from "../i18n/languages.ts";
import type { Language } from "../i18n/languages.ts";
import { createTexts } from "../i18n/setup.ts";
import { findPage } from "../explorer/find-page.ts";
import type { PageFacts } from "../explorer/page-context.ts";
import { routes } from "../explorer/routes.ts";
import { canonicalAddresses, rightPath } from "./address.ts";
import { filesFor } from "./assets.ts";
import type { Manifest } from "./assets.ts";
import { Template } from "./document.ts";
import { draw } from "./draw.tsx";
import { fill } from "./fill.ts";
import type { AskHere } from "./fill.ts";

export type PageRequest = {
  /** As browsers write it, with the language. */
  readonly path: string;
  /** Empty, or with its question mark. */
  readonly search: string;
  /** Where the site stands; without a slash at the end. */
  readonly origin: string;
  readonly ask: AskHere;
};

export type PageAnswer = {
  readonly html: string;
  /** There is no such page, or nothing of that name. */
  readonly missing: boolean;
  /** Codes of what the API said is wrong. */
  readonly codes: readonly string[];
};

/** The explorer's pages, made on a server. */
export class Site {
  readonly #template: Template;
  readonly #manifest: Manifest;
  readonly #texts: Readonly<Record<Language, i18n>>;

  private constructor(template: Template, manifest: Manifest, texts: Record<Language, i18n>) {
    this.#template = template;
    this.#manifest = manifest;
    this.#texts = texts;
  }

  /** @param template the built index.html @param manifest what Vite wrote about the browser's scripts */
  static async open(template: string, manifest: Manifest): Promise<Site> {
    const [th, en] = await Promise.all([createTexts("th"), createTexts("en")]);
    return new Site(new Template(template), manifest, { th, en });
  }

  /** Paths of pages that are always there, without a language; a search for nothing is none. */
  get places(): string[] {
    return Object.keys(routes).filter((path) => !path.includes(":") && path !== "/search");
  }

  /** The path to send a reader to; the same when it is right. @throws URIError when it cannot be read */
  rightPath(path: string): string {
    return rightPath(path);
  }

  /** @throws when a component fails; what `ask` throws */
  async page({ path, search, origin, ask }: PageRequest): Promise<PageAnswer> {
    const language = languageOf(path);
    const texts = this.#texts[language];
    const page = findPage(path, language);
    await page?.ready();
    let facts: PageFacts = { title: texts.t("shell.name") };
    const { html, known, codes } = await fill(
      (cache, onNeed) =>
        draw({
          language,
          texts,
          address: path + search,
          origin,
          cache,
          onNeed,
          onFacts: (told) => (facts = told),
        }),
      ask,
    );
    const missing = facts.missing ?? false;
    const head = {
      language,
      title: facts.title,
      description: facts.description ?? texts.t("shell.description"),
      addresses: missing ? null : canonicalAddresses(origin, path, search),
      scripts: filesFor(this.#manifest, [...(page ? [page.file] : []), `i18n/${language}/index.ts`]),
    };
    return { html: this.#template.fill(head, html, { origin, ...known }), missing, codes };
  }
}
