/** The journal: a hash chain over every event of a register, as contracts/lib/IJournal.sol keeps it. */
export { dynamicHeadSlots } from "./journal/dynamic-head-slots.ts";
export type { AbiEvent, AbiParameter } from "./journal/dynamic-head-slots.ts";
export { emptyJournalRoot, foldJournal } from "./journal/fold-journal.ts";
export { journalEntry } from "./journal/journal-entry.ts";
