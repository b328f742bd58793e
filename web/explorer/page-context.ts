import { createContext } from "react";

/** What a page says about itself beside what it shows. */
export type PageFacts = {
  readonly title: string;
  /** One or two sentences for who has not opened it yet. */
  readonly description?: string;
  /** There is no such page, or nothing of that name. */
  readonly missing?: boolean;
};

/** On a server: is told what the page is, for the head of the document and the status of the answer. */
export const PageFactsContext = createContext<((facts: PageFacts) => void) | null>(null);

/** Where this site stands, for permanent addresses; empty when nobody said. */
export const OriginContext = createContext("");
