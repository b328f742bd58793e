import type { LedgerState } from "../../../sdk/replay/index.ts";
import type { Part } from "../part.ts";
import { ApiProblem } from "./client.ts";
import { compareEntries } from "./entries.ts";
import { compareKeeping } from "./keeping.ts";

/** Where logs are read, as of which block, and what the ledger says of them. */
export interface LogTarget {
  readonly url: string;
  readonly block: number;
  readonly state: LedgerState;
}

export interface LogName {
  /** keccak256 of the name, `0x…` */
  readonly id: string;
  readonly name: string;
}

/** What the API tells of every service's log: who may write, confirm and vouch for it, what was broken, each entry. */
export async function compareLogs(target: LogTarget, part: Part): Promise<void> {
  for (const [id, { name }] of target.state.services) {
    await compareKeeping(target, { id, name }, part);
    try {
      await compareEntries(target, { id, name }, part);
    } catch (error) {
      // An API that says itself that it cannot give an entry does not lie, but does not serve the ledger either.
      if (!(error instanceof ApiProblem) || !error.code?.startsWith("ACTION_")) throw error;
      part.finds("API_LOG", `log of ${name}`, { found: error.message, expected: "every anchored entry" });
    }
  }
}
