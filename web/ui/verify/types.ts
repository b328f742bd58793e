/** One thing that the check did, in plain words. */
export type VerifyStep = { readonly text: string };

/** One compared value, as both sides have it. */
export type Comparison = { readonly item: string; readonly said: string; readonly ledger: string };

/** What the check found. `evidence` can be checked again offline. */
export type VerifyResult =
  | { readonly kind: "agrees"; readonly text?: string; readonly evidence?: object }
  | { readonly kind: "differs"; readonly rows: readonly Comparison[]; readonly evidence: object }
  | { readonly kind: "unknown"; readonly why: string; readonly mend?: string };

/**
 * A check as it runs in the reader's browser: yields each step when it is done and returns what was found.
 *
 * @param address where the reader wants the ledger to be asked
 */
export type Check = (address: string, signal: AbortSignal) => AsyncGenerator<VerifyStep, VerifyResult>;
