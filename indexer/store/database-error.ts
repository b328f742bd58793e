import { RetryableError } from "../errors/index.ts";
import { isConnectionLoss } from "./connection-loss.ts";

const DISK_FULL = "53100";
const READ_ONLY = "25006";
/** No such table, no such schema. */
const ABSENT = /^(42P01|3F000)$/;
/** Deadlock, serialization, memory, configured limits, locks not to be had, cancelled statements: another try may do. */
const PASSING = /^(40P01|40001|53...|55P03|57014)$/;

/**
 * What an error of `pg` means when another try may help: INDEX_DATABASE_FULL, INDEX_DATABASE_READ_ONLY,
 * INDEX_DATABASE_UNREACHABLE, or INDEX_MIRROR_GONE when a table was dropped; undefined when it does not.
 */
export function databaseError(error: unknown): RetryableError | undefined {
  const { code } = error as { code?: unknown };
  const details = { reason: describe(error) };
  if (code === DISK_FULL) return new RetryableError("INDEX_DATABASE_FULL", details, error);
  if (code === READ_ONLY) return new RetryableError("INDEX_DATABASE_READ_ONLY", details, error);
  if (typeof code === "string" && ABSENT.test(code)) {
    return new RetryableError("INDEX_MIRROR_GONE", details, error);
  }
  const passing = typeof code === "string" && PASSING.test(code);
  if (!passing && !isConnectionLoss(error)) return undefined;
  return new RetryableError("INDEX_DATABASE_UNREACHABLE", details, error);
}

/** Several addresses of one host fail with one error each, and no message of their own. */
function describe(error: unknown): string {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  return (first as Error).message;
}
