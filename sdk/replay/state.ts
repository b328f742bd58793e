/**
 * What the ledger's contracts hold, rebuilt from their events alone. Integers are bigint, money is satang, times are Unix
 * seconds, codes and tags are 32 bytes hex as the contracts keep them. Enumerations are the contracts' numbers.
 */
import type { State } from "./registers.generated.ts";

export { emptyState } from "./registers.generated.ts";

export type LedgerState = State;
