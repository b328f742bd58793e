import { ProngsaiError } from "../../../../sdk/errors.ts";
import { parseProjectCode } from "../../../../sdk/project-code.ts";
import { toArabicDigits } from "../../../../sdk/thai-digits.ts";

/** What a reader typed to be checked: a project of the ledger, a project number of e-GP, or something unreadable. */
export type TypedCode =
  | { readonly kind: "none" }
  | { readonly kind: "project"; readonly code: string }
  | { readonly kind: "reported"; readonly id: string }
  | { readonly kind: "unreadable"; readonly problem: ProngsaiError };

/** Project numbers of e-GP have 11 digits, older ones 10. */
const EGP = /^\d{10,12}$/;

export function readCode(input: string): TypedCode {
  const text = toArabicDigits(input).trim();
  if (text === "") return { kind: "none" };
  const digits = text.replaceAll(/[\s-]/g, "");
  if (EGP.test(digits)) return { kind: "reported", id: `egp:${digits}` };
  try {
    return { kind: "project", code: parseProjectCode(text).code };
  } catch (error) {
    if (!(error instanceof ProngsaiError)) throw error;
    return { kind: "unreadable", problem: error };
  }
}
