/** For Node; browsers take `documents.ts`, `unixfs-read.ts` and `unixfs-write.ts`, which need no server. */
export type { DocumentContent, Documents, PinState, ReadableDocuments, StoredDocument } from "./documents.ts";
export { FolderDocuments } from "./folder.ts";
export { GatewayDocuments } from "./gateway.ts";
export { KuboDocuments } from "./kubo.ts";
export { CHUNK_BYTES, MAX_LINKS } from "./parameters.ts";
export { parseCid } from "./unixfs-read.ts";
