import { agencyRegistry, directory } from "./handlers.ts";
import { accessReads } from "./reads.ts";

export { emptyState } from "./state.ts";
export type { State } from "./state.ts";

export const handlers = { Directory: directory, AgencyRegistry: agencyRegistry };
export const reads = [accessReads];
export const rules = [];
