import type { Texts } from "../errors.ts";

/** The node that was asked, and the state that it was asked about. */
export type AskedDetail = {
  readonly url: string;
  readonly chainId: number;
  readonly block: number;
  readonly blockHash: string;
  /** Unix seconds of the block */
  readonly blockTime: number;
  /** newest block of the node: how far behind it the state is that was asked about */
  readonly newest: number;
};

/** Why a figure could not be checked: a stable code with its texts. */
export type CannotDetail = { readonly code: string; readonly texts: Texts };

/**
 * A step of a check. `asked` and `followed` report what was done; the last step is always one of `agrees`, `differs`
 * and `cannot`. Details are plain data that JSON can hold, so that the steps are the evidence file.
 */
export type VerifyStep<Followed, Outcome> =
  | { readonly step: "asked"; readonly detail: AskedDetail }
  | { readonly step: "followed"; readonly detail: Followed }
  | { readonly step: "agrees" | "differs"; readonly detail: Outcome }
  | { readonly step: "cannot"; readonly detail: CannotDetail };
