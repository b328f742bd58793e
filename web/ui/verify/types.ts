/** How one step of a check came out; `unknown` is neither for nor against. */
export type StepOutcome = "holds" | "fails" | "unknown";

/** One thing that the check did, in plain words; with its name and how it came out where the check goes on anyhow. */
export type VerifyStep = {
  readonly text: string;
  /** stable, of docs/verification.md */
  readonly code?: string;
  readonly title?: string;
  readonly outcome?: StepOutcome;
};

/** One compared value, as both sides have it. */
export type Comparison = { readonly item: string; readonly said: string; readonly ledger: string };

/**
 * What the check found. `evidence` can be checked again offline. `title` and `text` stand in place of the words that fit
 * figures of a page. `compared` names what was held against the ledger, and nothing else is claimed; `left` what stands
 * beside it on the page and was not compared. `alone`: the ledger was not asked, and the result does not say that it was.
 * `code` is that of an error, listed in docs/errors.md.
 */
export type VerifyResult = {
  readonly title?: string;
  readonly text?: string;
  readonly left?: string;
  readonly alone?: boolean;
} & (
  | { readonly kind: "agrees"; readonly compared: readonly string[]; readonly evidence?: object }
  | {
      readonly kind: "differs";
      readonly rows: readonly Comparison[];
      readonly compared?: readonly string[];
      readonly code?: string;
      readonly evidence?: object;
    }
  | {
      readonly kind: "unknown";
      readonly why: string;
      readonly mend?: string;
      readonly code?: string;
      readonly evidence?: object;
    }
);

/**
 * A check as it runs in the reader's browser: yields each step when it is done and returns what was found.
 *
 * @param address where the reader wants the ledger to be asked
 */
export type Check = (address: string, signal: AbortSignal) => AsyncGenerator<VerifyStep, VerifyResult>;
