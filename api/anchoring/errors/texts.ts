import { keyTexts } from "./key-texts.ts";
import { workTexts } from "./work-texts.ts";

/** What keeps a log from being anchored, by code. */
export const anchoringTexts = { ...keyTexts, ...workTexts };
