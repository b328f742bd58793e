import { ProngsaiError } from "../../sdk/errors.ts";
import type { Details } from "../../sdk/errors.ts";
import { indexerTexts } from "./texts.ts";
import type { IndexerErrorCode } from "./texts.ts";

export { indexerTexts };
export type { IndexerErrorCode };

/** Trying again may help: the chain or the network was at fault for the moment. */
export class RetryableError extends ProngsaiError {
  constructor(code: IndexerErrorCode, details: Details = {}, cause?: unknown) {
    super(code, indexerTexts[code](details), details, cause);
  }
}

/** What the indexer tells of without stopping: blocks that it had read are not on the chain any more. */
export type BlocksGone = "INDEX_CHAIN_SHORTER" | "INDEX_ROLLED_BACK";

/** Code of any error of the indexer; INDEX_FAILED when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof ProngsaiError ? error.code : "INDEX_FAILED";
}

/** Trying again gives the same: somebody has to look. The indexer stops and writes nothing more. */
export class FatalError extends ProngsaiError {
  constructor(code: IndexerErrorCode, details: Details = {}, cause?: unknown) {
    super(code, indexerTexts[code](details), details, cause);
  }
}
