import type { LogOutcome, LogStep, LogStepCode } from "../step.ts";

/** One sentence in both languages; Thai is the original. */
export type Sentence = { readonly th: string; readonly en: string };

type Say = (details: LogStep["details"]) => Sentence;

/** What a step is called, and what its outcome means. */
export type StepTexts = { readonly title: Sentence } & Readonly<Record<LogOutcome, Say>>;

export type TextsOf<Code extends LogStepCode> = Readonly<Record<Code, StepTexts>>;
