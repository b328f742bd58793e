/** For Node; browsers take `documents.ts`, `unixfs-read.ts` and `unixfs-write.ts`, which need no server. */
export type { DocumentContent, Documents, PinState, StoredDocument } from "./documents.ts";
export { FolderDocuments } from "./folder.ts";
export { KuboDocuments } from "./kubo.ts";
export { CHUNK_BYTES, MAX_LINKS } from "./parameters.ts";
export { parseCid } from "./unixfs-read.ts";
