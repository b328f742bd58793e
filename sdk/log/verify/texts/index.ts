import type { Locale } from "../../../errors.ts";
import type { LogOutcome, LogStep, LogStepCode } from "../step.ts";
import { anchorTexts } from "./anchor.ts";
import { bundleTexts } from "./bundle.ts";
import { checkpointTexts } from "./checkpoint.ts";
import { consistencyTexts } from "./consistency.ts";
import { receiptTexts } from "./receipt.ts";
import type { Sentence, TextsOf } from "./step-texts.ts";

/** Wording of every step in Thai and English. */
export const stepTexts: TextsOf<LogStepCode> = {
  ...receiptTexts,
  ...checkpointTexts,
  ...anchorTexts,
  ...bundleTexts,
  ...consistencyTexts,
};

/** What the step is called, in a few words. */
export const stepTitle = ({ code }: Pick<LogStep, "code">, locale: Locale): string =>
  stepTexts[code].title[locale];

/** What the step's outcome means, in one sentence. */
export const stepText = ({ code, outcome, details }: LogStep, locale: Locale): string =>
  stepTexts[code][outcome](details)[locale];

const verdicts: Readonly<Record<LogOutcome, Sentence>> = {
  holds: { th: "ถูกต้อง", en: "HOLDS" },
  fails: { th: "ไม่ถูกต้อง", en: "DOES NOT HOLD" },
  unknown: { th: "ตรวจไม่ได้", en: "CANNOT BE CHECKED" },
};

/** One word or two for a step or a whole report. */
export const outcomeText = (outcome: LogOutcome, locale: Locale): string => verdicts[outcome][locale];
