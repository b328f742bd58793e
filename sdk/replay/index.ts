/**
 * The ledger's state from its events alone: what an auditor, a second operator or a test computes without trusting an
 * index. Pure: nothing here asks a node, a database or a file.
 */
export type { Breach } from "./act.ts";
export { applyEvent } from "./apply.ts";
export { firstDifference } from "./compare.ts";
export type { Difference } from "./compare.ts";
export { citedDocuments } from "./documents.ts";
export type { CitedDocument } from "./documents.ts";
export { decodeEvent, plainValue, registerInterface } from "./event.ts";
export type { Plain, RegisterEvent } from "./event.ts";
export { brokenLineRules, lineBudget, netPaid } from "./budget/line-arithmetic.ts";
export * from "./numbers.ts";
export { expectedReads } from "./reads.ts";
export type { ExpectedRead } from "./read.ts";
export { checkRules } from "./rules.ts";
export type { RuleReport } from "./rules.ts";
export { counterNames } from "./budget/state.ts";
export type { LineCounters, LineState, ProjectState } from "./budget/state.ts";
export { emptyState } from "./state.ts";
export type { LedgerState } from "./state.ts";
