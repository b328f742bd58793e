import { intakeError } from "../errors/intake-error.ts";

/**
 * What `work` gives, unless that takes longer. A database that hangs keeps its connection and says nothing: without a
 * bound whoever waits for it would wait as long.
 *
 * @param milliseconds from now on
 * @throws ProngsaiError LOG_INTAKE_STORE_UNREACHABLE; the work goes on, and how it ends is not known
 */
export async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(intakeError("LOG_INTAKE_STORE_UNREACHABLE")), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
