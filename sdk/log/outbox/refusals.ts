import type { Problem } from "../client/submission-error.ts";

/**
 * Whether a record may be taken later as it stands. `later` is everything that the registrar, an officer, an operator or
 * time can put right without touching the record; what is refused for that blocks those behind it until it is put right,
 * since they would be refused alike. `forGood` is what nobody can put right: such a record must not hold up the others.
 */
type Prospect = "forGood" | "later" | "forGoodOnceReplaced";

/** What the intake refuses by itself, by code; of the record's form and of personal data `isForGood` knows. */
export const prospects: Readonly<Record<string, Prospect>> = {
  // The record says what cannot be so, and its bytes will not change.
  LOG_INTAKE_DATA: "forGood",
  LOG_INTAKE_TIME: "forGood",
  // Only entries that were acknowledged before can be named, and a service learns an index no other way.
  LOG_INTAKE_REFERENCE: "forGood",
  // The entry it replaces or erases is another's, has no payload, or is erased already: entries never change.
  LOG_INTAKE_OTHER_WRITER: "forGood",
  LOG_INTAKE_ERASURE: "forGood",
  // A document does not change under its CID, and the record names it.
  LOG_INTAKE_SCHEMA_UNUSABLE: "forGood",
  // A declaration that the service itself logged: the outbox gives it a number, which is never that of after a gap.
  LOG_INTAKE_GAP_DECLARATION: "forGood",
  LOG_INTAKE_GAP_TOO_LONG: "forGood",
  // Once the type has another schema, waiting only makes the old one older. One that the gateway does not know may have
  // been defined a moment ago, or still will be.
  LOG_INTAKE_SCHEMA_OLD: "forGoodOnceReplaced",

  // An officer defines the type, or somebody publishes the schema; the gateway may only not have read it yet.
  LOG_INTAKE_TYPE_UNKNOWN: "later",
  LOG_INTAKE_SCHEMA_ABSENT: "later",
  // The key or the agency in the service's own settings is wrong: all that waits would go, and each declaration of a gap
  // would be refused for the same reason.
  LOG_INTAKE_RECORD_OTHER: "later",
  // The ledger's registrar or an officer decides.
  LOG_INTAKE_SERVICE_UNKNOWN: "later",
  LOG_INTAKE_SERVICE_CLOSED: "later",
  LOG_INTAKE_GATEWAY_NOT_IN_FORCE: "later",
  LOG_INTAKE_NO_CHECKPOINT_KEY: "later",
  // The numbers are wrong, not the records: the outbox gives others, or a person decides (LOG_OUTBOX_BEHIND).
  LOG_INTAKE_SEQUENCE_GAP: "later",
  LOG_INTAKE_SEQUENCE_REPEATED: "later",
  // The request as a whole, of which no record is more to blame than another.
  LOG_INTAKE_BODY_SIZE: "later",
  LOG_INTAKE_BODY_FORM: "later",
  LOG_INTAKE_BODY_SLOW: "later",
  LOG_INTAKE_COUNT: "later",
  LOG_INTAKE_MEMBER_TWICE: "later",
  LOG_INTAKE_KEY_REUSED: "later",
  LOG_INTAKE_KEY_PERSONAL: "later",
  LOG_INTAKE_NONCE_USED: "later",
  // The gateway cannot just now.
  LOG_INTAKE_BUSY: "later",
  LOG_INTAKE_SERVICE_BUSY: "later",
  LOG_INTAKE_ADDRESS_BUSY: "later",
  LOG_INTAKE_NOT_WRITER: "later",
  LOG_INTAKE_NO_KEY: "later",
  LOG_INTAKE_STORE_UNREACHABLE: "later",
  LOG_INTAKE_STORE_FULL: "later",
  LOG_INTAKE_STORE_READ_ONLY: "later",
  LOG_INTAKE_STORE_NEWER: "later",
  LOG_INTAKE_MIRROR: "later",
  LOG_INTAKE_BEHIND: "later",
  LOG_INTAKE_CLOCK: "later",
  LOG_INTAKE_ROOT: "later",
  LOG_INTAKE_ENTRY: "later",
  LOG_INTAKE_CHAIN: "later",
};

/** Of the record's form, and of what it holds: nothing but other bytes would help. */
const OF_THE_RECORD = /^(?:LOG_RECORD_.+|LOG_PERSONAL_DATA)$/;

/** Whether no later attempt with the same record can succeed. A code that is not known may be one of a newer gateway: it waits. */
export function isForGood({ code, details }: Pick<Problem, "code" | "details">): boolean {
  if (OF_THE_RECORD.test(code)) return true;
  const prospect = prospects[code];
  return prospect === "forGood" || (prospect === "forGoodOnceReplaced" && details["replaced"] === true);
}
