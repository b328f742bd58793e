/**
 * Logging an action in the very transaction in which it happens: `logAction` leaves it in an outbox in the service's own
 * PostgreSQL, `startSender` hands it in, in order, once, whatever dies when.
 */
export type { BatchLimits } from "./batch.ts";
export type * from "./database.ts";
export * from "./log-action.ts";
export * from "./promises.ts";
export * from "./send-next.ts";
export * from "./sender.ts";
export { outboxStates, refusedActions } from "./state.ts";
export type { OutboxState, RefusedAction } from "./state.ts";
export * from "./tables.ts";
