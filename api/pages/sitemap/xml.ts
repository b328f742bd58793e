import { escapeHtml } from "../../rest/openapi/html.ts";

/** Source: sitemaps.org protocol 0.9; alternatives as search engines read them, each language with an entry of its own. */
export const URLSET = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
`;
export const END = "</urlset>\n";

/** Both languages of one page. @param path without a language */
export function entries(origin: string, path: string): string {
  const th = escapeHtml(origin + path);
  const en = escapeHtml(`${origin}/en${path === "/" ? "" : path}`);
  const link = (language: string, address: string) =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`;
  const links = link("th", th) + link("en", en) + link("x-default", th);
  return `<url><loc>${th}</loc>${links}</url>\n<url><loc>${en}</loc>${links}</url>\n`;
}

export function index(origin: string, files: readonly string[]): string {
  const all = files.map(
    (file) => `<sitemap><loc>${escapeHtml(`${origin}/sitemap/${file}`)}</loc></sitemap>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${all.join("")}</sitemapindex>
`;
}
