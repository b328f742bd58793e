/** Handing actions in to a log: signed, repeated until they are taken, promises and receipts checked. */
export * from "./fetch-receipt.ts";
export * from "./retry.ts";
export * from "./submission-error.ts";
export * from "./submit.ts";
export * from "./writer.ts";
