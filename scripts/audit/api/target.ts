import type { LedgerState } from "../../../sdk/replay/index.ts";

/** The API that is compared, as of which block, and what the ledger holds then. */
export interface StateTarget {
  readonly url: string;
  readonly block: number;
  readonly state: LedgerState;
}
