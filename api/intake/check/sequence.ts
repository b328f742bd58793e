import type { SealedRecord } from "../../../sdk/log/record/index.ts";
import { gapDeclared } from "../../../sdk/log/common/index.ts";
import { intakeError } from "../errors/intake-error.ts";
import { pathIn } from "./located.ts";

/**
 * How many numbers one declaration may leave out, and the last number that one may declare: a writer whose numbers were
 * used up could write nothing more, and neither a mistyped `to` nor a stolen key may do that. Half of all numbers are kept
 * for records.
 */
const MOST_MISSING = 2 ** 32;
const LAST_MISSING = 2 ** 52;

/**
 * The number that comes after these records, which a writer's log takes when its next number is `next`. A
 * `log.gapDeclared` record takes the place of the numbers that it declares missing.
 *
 * @param numbers first record whose number is looked at
 * @throws ProngsaiError LOG_INTAKE_SEQUENCE_GAP, LOG_INTAKE_SEQUENCE_REPEATED (only for records after the first),
 * LOG_INTAKE_GAP_DECLARATION, LOG_INTAKE_GAP_TOO_LONG
 */
export function nextSequence(records: readonly SealedRecord[], next: number): number {
  let expected = next;
  for (let index = 0; index < records.length; index++) {
    const { type, clientSeq, data } = records[index]!.record;
    const path = pathIn(index, "clientSeq");
    if (type === gapDeclared.type) {
      const { from, to } = data as { from: number; to: number };
      if (from !== expected || to < from || clientSeq !== to + 1)
        throw intakeError("LOG_INTAKE_GAP_DECLARATION", { path: pathIn(index, "data"), index, expected });
      if (to - from >= MOST_MISSING || to > LAST_MISSING)
        throw intakeError("LOG_INTAKE_GAP_TOO_LONG", {
          ...{ path: pathIn(index, "data", "to"), index, expected },
          ...{ most: MOST_MISSING, last: LAST_MISSING },
        });
    } else if (clientSeq > expected) {
      throw intakeError("LOG_INTAKE_SEQUENCE_GAP", { path, index, expected, found: clientSeq });
    } else if (clientSeq < expected) {
      const details = { path, index, expected, found: clientSeq, standsAt: null };
      throw intakeError("LOG_INTAKE_SEQUENCE_REPEATED", details);
    }
    expected = clientSeq + 1;
  }
  return expected;
}
