import type { ApiFixture } from "../../../support/api.ts";

export interface HtmlPage {
  status: number;
  headers: Headers;
  html: string;
  /** Its content as a browser without script shows it: no markup, no data, spaces made one. */
  text: string;
  title: string;
  language: string;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };

/** Asks for a page as browsers do, and follows no redirection. */
export async function getPage(
  { url }: Pick<ApiFixture, "url">,
  path: string,
  headers: Record<string, string> = {},
): Promise<HtmlPage> {
  const response = await fetch(`${url}${path}`, {
    headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8", ...headers },
    redirect: "manual",
  });
  const html = await response.text();
  const body = html.slice(html.indexOf("<body"));
  return {
    status: response.status,
    headers: response.headers,
    html,
    text: plain(body.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]*>/g, " ")),
    title: plain(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ""),
    language: /<html lang="(\w+)"/.exec(html)?.[1] ?? "",
  };
}

export function plain(markup: string): string {
  return markup
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim();
}

/** Values of an attribute of every element of a name. */
export function attributes(html: string, element: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`<${element}\\b[^>]*>`, "g"))].flatMap(([tag]) => {
    const value = new RegExp(`\\s${attribute}="([^"]*)"`, "i").exec(tag)?.[1];
    return value === undefined ? [] : [plain(value)];
  });
}
