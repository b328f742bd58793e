/** What a verifier looks at; each code's wording is in `texts.ts`. Stable. */
export type LogStepCode =
  | "RECORD_LEAF"
  | "RECORD_SERVICE"
  | "LEAF_INCLUDED"
  | "ORIGIN_SERVICE"
  | "CHECKPOINT_SIGNED"
  | "CHECKPOINT_COSIGNED"
  | "CHECKPOINT_ANCHORED"
  | "RECEIPT_ANCHOR"
  | "RECEIPT_ANCHOR_TRUSTED"
  | "RECEIPT_WITNESSES"
  | "COSE_SIGNED"
  | "BUNDLE_TILES"
  | "BUNDLE_ROOT"
  | "SAME_LOG"
  | "OLDER_SIGNED"
  | "OLDER_ANCHORED"
  | "NEWER_SIGNED"
  | "NEWER_ANCHORED"
  | "NEVER_SHORTER"
  | "EXTENDS";

/** `unknown`: it cannot be checked with what was given, which is neither for nor against it. */
export type LogOutcome = "holds" | "fails" | "unknown";

/** One thing that was looked at. Details are plain values that JSON can hold; the texts use them. */
export type LogStep = {
  readonly code: LogStepCode;
  readonly outcome: LogOutcome;
  readonly details: Readonly<Record<string, string | number>>;
};

/** All steps of a check, and what they come to. */
export type LogReport = { readonly verdict: LogOutcome; readonly steps: readonly LogStep[] };

export function step(
  code: LogStepCode,
  outcome: LogOutcome | boolean,
  details: LogStep["details"] = {},
): LogStep {
  return { code, outcome: outcome === true ? "holds" : outcome === false ? "fails" : outcome, details };
}

/**
 * One failed step is enough against it; for it, of each of the given groups one step must hold.
 *
 * @param needed groups of codes: what the check is about, and who vouches for it
 */
export function report(steps: readonly LogStep[], needed: readonly (readonly LogStepCode[])[]): LogReport {
  const holds = (codes: readonly LogStepCode[]) =>
    steps.some(({ code, outcome }) => outcome === "holds" && codes.includes(code));
  if (steps.some(({ outcome }) => outcome === "fails")) return { verdict: "fails", steps };
  return { verdict: needed.every(holds) ? "holds" : "unknown", steps };
}
