import type { PageState } from "../explorer/data/page-state.ts";
import { STATE_ID, writeState } from "../explorer/data/page-state.ts";
import type { Language } from "../i18n/languages.ts";
import { escapeHtml } from "./html.ts";

export type Head = {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** Whole addresses of this page as it should be known; null when it should not. */
  readonly addresses: { readonly canonical: string; readonly th: string; readonly en: string } | null;
  /** Scripts that the page will need, fetched while it is read. */
  readonly scripts: readonly string[];
};

/** The built index.html, cut where pages differ. */
export class Template {
  readonly #parts: readonly string[];

  constructor(html: string) {
    const marks = [/<html lang="th">/, /<title>[^<]*<\/title>/, /<!--head-->/, /<!--page-->/, /<!--state-->/];
    let rest = html;
    const parts: string[] = [];
    for (const mark of marks) {
      const found = mark.exec(rest);
      if (!found) throw new Error(`index.html has no ${mark.source}`);
      parts.push(rest.slice(0, found.index));
      rest = rest.slice(found.index + found[0].length);
    }
    this.#parts = [...parts, rest];
  }

  fill(head: Head, page: string, state: PageState): string {
    const filled = [
      `<html lang="${head.language}">`,
      `<title>${escapeHtml(head.title)}</title>`,
      headElements(head),
      page,
      `<script type="application/json" id="${STATE_ID}">${writeState(state)}</script>`,
    ];
    return this.#parts.map((part, i) => part + (filled[i] ?? "")).join("");
  }
}

function headElements({ description, addresses, scripts }: Head): string {
  const elements = [`<meta name="description" content="${escapeHtml(description)}" />`];
  if (addresses) {
    const { canonical, th, en } = addresses;
    elements.push(`<link rel="canonical" href="${escapeHtml(canonical)}" />`);
    for (const [language, address] of [["th", th] as const, ["en", en] as const, ["x-default", th] as const])
      elements.push(`<link rel="alternate" hreflang="${language}" href="${escapeHtml(address)}" />`);
  } else elements.push('<meta name="robots" content="noindex" />');
  for (const file of scripts) elements.push(`<link rel="modulepreload" crossorigin href="/${file}" />`);
  elements.push('<noscript><link rel="stylesheet" href="/without-script.css" /></noscript>');
  return elements.join("\n    ");
}
