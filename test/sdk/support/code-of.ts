import { ProngsaiError } from "../../../sdk/errors.ts";

/** The stable code of the error that `run` throws; fails when it throws nothing or something else. */
export function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ProngsaiError) return error.code;
    throw error;
  }
  throw new Error("expected an error, but nothing was thrown");
}
