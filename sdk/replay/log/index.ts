import { heads } from "./heads.ts";
import { logReads } from "./reads.ts";
import { services } from "./services.ts";

export { emptyState } from "./state.ts";
export type { State } from "./state.ts";

export const handlers = { ActionLog: { ...services, ...heads } };
export const reads = [logReads];
export const rules = [];
