import { matchRoutes } from "react-router";
import { basename } from "../i18n/languages.ts";
import type { Language } from "../i18n/languages.ts";
import { routes } from "./routes.ts";
import type { LazyPage } from "./lazy-page.tsx";

const pages = Object.entries(routes).map(([path, page]) => ({ path, page }));

/** The page that an address leads to; undefined when there is none. @param path as browsers write it, with its language */
export function findPage(path: string, language: Language): LazyPage | undefined {
  return matchRoutes(pages, path, basename[language])?.at(-1)?.route.page;
}
