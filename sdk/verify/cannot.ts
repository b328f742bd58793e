import { ProngsaiError } from "../errors.ts";
import type { CannotDetail } from "./step.ts";

/** The step that ends a check which could not be made; anything but an explained error is thrown on. */
export function cannot(error: unknown): { readonly step: "cannot"; readonly detail: CannotDetail } {
  if (!(error instanceof ProngsaiError)) throw error;
  return { step: "cannot", detail: { code: error.code, texts: error.texts } };
}
