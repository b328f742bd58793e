import { keyTexts } from "./key-texts.ts";
import { witnessTexts } from "./witness-texts.ts";
import { workTexts } from "./work-texts.ts";

/** What keeps a log from being anchored or cosigned, by code. */
export const anchoringTexts = { ...keyTexts, ...workTexts, ...witnessTexts };
