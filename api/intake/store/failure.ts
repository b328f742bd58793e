import { isConnectionLoss } from "../../../indexer/store/connection-loss.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { intakeError } from "../errors/intake-error.ts";

const DISK_FULL = "53100";
const READ_ONLY = "25006";

/**
 * What an error of `pg` means to whoever sent a request. A transaction that the server refused did not happen; after a
 * lost connection nobody knows, and LOG_INTAKE_STORE_UNREACHABLE says so.
 *
 * @returns the error itself when it is none of these
 */
export function storeFailure(error: unknown): unknown {
  if (error instanceof ProngsaiError) return error;
  const { code } = error as { code?: unknown };
  if (code === DISK_FULL) return intakeError("LOG_INTAKE_STORE_FULL", {}, error);
  if (code === READ_ONLY) return intakeError("LOG_INTAKE_STORE_READ_ONLY", {}, error);
  if (isConnectionLoss(error) || (typeof code === "string" && /^(40|53|55|57)/.test(code)))
    return intakeError("LOG_INTAKE_STORE_UNREACHABLE", {}, error);
  return error;
}

/** Whether what is stored is wrong, and not the database that could not be read. */
export const isOurs = (error: unknown): error is ProngsaiError =>
  ((error as { code?: unknown }).code ?? "").toString().startsWith("LOG_");
