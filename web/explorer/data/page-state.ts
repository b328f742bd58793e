import { ApiProblem } from "./api-problem.ts";
import type { ApiError } from "./api-problem.ts";

/** What a page that a server drew was drawn from: the browser draws the same without asking again. */
export type PageState = {
  /** Where this site stands, as its permanent addresses name it. */
  readonly origin: string;
  /** Answers by `Cache.key`. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** What the API said is wrong, by `Cache.key`. */
  readonly problems: Readonly<Record<string, ApiError>>;
};

export const STATE_ID = "page-state";

/** As JSON that can stand in a script element: nothing in it ends the element, and every parser reads it alike. */
export function writeState(state: PageState): string {
  return JSON.stringify(state).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** @returns undefined when no server drew this page */
export function readState(document: Document): PageState | undefined {
  const text = document.getElementById(STATE_ID)?.textContent;
  return text ? (JSON.parse(text) as PageState) : undefined;
}

/** Problems as the cache takes them. */
export function problemsOf({ problems }: PageState): Record<string, ApiProblem> {
  return Object.fromEntries(Object.entries(problems).map(([key, error]) => [key, ApiProblem.of(error)]));
}
