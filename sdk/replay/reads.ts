import type { ExpectedRead } from "./read.ts";
import { reads } from "./registers.generated.ts";
import type { LedgerState } from "./state.ts";

/** Everything that the contracts' getters must answer when the state is theirs: every entity, and how many there are. */
export function* expectedReads(state: LedgerState): Generator<ExpectedRead> {
  for (const read of reads) yield* read(state);
}
