/** Reading of published data. Nothing here needs a server, a database or Node. */
export { importErrorCodes } from "./errors.ts";
export type { ImportErrorCode } from "./errors.ts";
export { agreedTotal, foldReported } from "./merge.ts";
export type { FoldedProject } from "./merge.ts";
export * from "./model.ts";
export { keepOcdsFiles } from "./ocds/index.ts";
export type { SourceFile } from "./ocds/index.ts";
export { keepImport, readImport } from "./read.ts";
export type { ImportKeeping } from "./read.ts";
export { rowJson } from "./row.ts";
export { flagText, quarantineText } from "./texts.ts";
