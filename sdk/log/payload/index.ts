/** Private payloads of a log's entries: kept encrypted by the agency, committed to in the log, and lawfully erased. */
export { SALT_BYTES, newSalt } from "../commitment.ts";
export { isCommitted, payloadCommit } from "./commit.ts";
export { newPayloadKey, openPayload, sealPayload } from "./encrypt.ts";
