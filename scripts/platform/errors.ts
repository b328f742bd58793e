import { ProngsaiError } from "../../sdk/errors.ts";

/**
 * An error of the platform that a person can mend. `code` is stable and listed in docs/errors.md; the message says
 * what was wrong and why; `mend` says what to do.
 */
export class PlatformError extends Error {
  override readonly name = "PlatformError";
  readonly code: string;
  readonly mend: string;

  constructor(code: string, message: string, mend: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.mend = mend;
  }
}

/**
 * The text for a terminal: code, what, how to mend, in Thai too where the error has it; without a stack for errors that a
 * person can mend.
 */
export function describeError(error: unknown): string {
  if (error instanceof ProngsaiError) {
    const said = (["th", "en"] as const).map((locale) => {
      const { what, why, mend } = error.explain(locale);
      return `${[what, why].filter(Boolean).join(" ")}\n  → ${mend}`;
    });
    return `${error.code}: ${said.join("\n")}`;
  }
  if (error instanceof Error && "code" in error && "mend" in error)
    return `${String(error.code)}: ${error.message}\n  → ${String(error.mend)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
