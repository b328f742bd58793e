/** Checkpoints of logs as signed notes: C2SP tlog-checkpoint, signed-note and tlog-cosignature, Ed25519. */
export { formatCheckpoint, isOriginOf, logOrigin, parseCheckpoint } from "./checkpoint.ts";
export type { Checkpoint } from "./checkpoint.ts";
export { formatNoteKey, noteKey, parseNoteKey } from "./note-key.ts";
export type { NoteKey, NoteKeyUse } from "./note-key.ts";
export { cosignCheckpoint, signCheckpoint } from "./sign.ts";
export { formatNote, parseNote } from "./signed-note.ts";
export type { NoteSignature, SignedNote } from "./signed-note.ts";
export { ed25519Signer } from "./signer.ts";
export type { NoteSigner } from "./signer.ts";
export { verifyNote } from "./verify-note.ts";
export type { KeyResult } from "./verify-note.ts";
