import type { Part } from "../part.ts";
import { ApiProblem } from "./client.ts";
import { compareEntries } from "./entries.ts";
import { compareKeeping } from "./keeping.ts";
import type { StateTarget } from "./target.ts";

export interface LogName {
  /** keccak256 of the name, `0x…` */
  readonly id: string;
  readonly name: string;
}

/** What the API tells of every service's log: who may write, confirm and vouch for it, what was broken, each entry. */
export async function compareLogs(target: StateTarget, part: Part): Promise<void> {
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
