import type { LedgerState } from "./state.ts";
import { accessReads } from "./reads/access.ts";
import { budgetReads } from "./reads/budget.ts";
import { importReads } from "./reads/imports.ts";
import type { ExpectedRead } from "./reads/read.ts";

/** Everything that the contracts' getters must answer when the state is theirs: every entity, and how many there are. */
export function* expectedReads(state: LedgerState): Generator<ExpectedRead> {
  yield* accessReads(state);
  yield* budgetReads(state);
  yield* importReads(state);
}
