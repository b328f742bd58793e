import { stepText, stepTitle } from "../../../../sdk/log/verify/texts/index.ts";
import type { LogReport, LogStep } from "../../../../sdk/log/verify/index.ts";
import type { Language } from "../../../i18n/languages.ts";
import type { VerifyStep } from "../../../ui/verify/types.ts";

/** Cosigners of notes are known by keys that this page is not told; the ledger's witnesses have a step of their own. */
const isAsked = ({ code, details }: LogStep) => code !== "CHECKPOINT_COSIGNED" || details["trusted"] !== 0;

/** The steps of the SDK's verifier in the reader's language, each once. */
export function stepsOf({ steps }: LogReport, language: Language): VerifyStep[] {
  const told = steps.filter(isAsked).map((step) => ({
    code: step.code,
    title: stepTitle(step, language),
    text: stepText(step, language),
    outcome: step.outcome,
  }));
  const first = new Map(told.map((step) => [`${step.title}\n${step.text}`, step]));
  return [...first.values()];
}
