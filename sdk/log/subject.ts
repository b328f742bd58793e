import { saltedCommit } from "./commitment.ts";
import { refusePersonalData } from "./personal-data/index.ts";

export { newSalt } from "./commitment.ts";

/**
 * What stands in a record's `subject` for whom or what it is about: SHA-256("sj1" ‖ 32-byte salt ‖ number), `0x…`.
 *
 * The salt is one of the subject's own (`newSalt`), kept with its file and deleted with it. All entries about the subject
 * in one service then have the same commitment and can be read as one story. A subject that another service has too gets
 * another salt there: nobody can tell by the logs that both are about the same.
 *
 * @param number the subject's own number in the agency's files, such as a case number
 * @throws ProngsaiError LOG_PERSONAL_DATA for what looks like a citizen number, a telephone number or an e-mail address:
 * these are too short to hide, and a salt that leaks would give them away; RangeError for a salt of another length, or
 * an empty number
 */
export function subjectCommit(salt: Uint8Array, number: string): string {
  if (number === "") throw new RangeError("a subject has a number");
  refusePersonalData(number);
  return saltedCommit("sj1", salt, new TextEncoder().encode(number));
}
