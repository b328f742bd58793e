import { SubmissionError } from "./submission-error.ts";

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;

/** Milliseconds before attempt `n` (from 1) is repeated: doubling, half of it by chance so that writers do not march in step. */
export function pauseAfter(attempt: number, error: unknown): number {
  const asked = error instanceof SubmissionError ? error.retryAfter : undefined;
  const longest = Math.min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE);
  return Math.max(asked ?? 0, longest / 2 + (Math.random() * longest) / 2);
}

/** Waits so many milliseconds, or until the signal says stop. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    if (signal?.aborted) done();
    else signal?.addEventListener("abort", done, { once: true });
  });
}

/**
 * What `attempt` gives, tried again with growing pauses while its error says that the same request may succeed later.
 *
 * @param attempts how often at most; without end when left out
 * @throws what the last attempt threw, or what it threw before the signal said stop
 */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  { attempts = Infinity, signal }: { readonly attempts?: number; readonly signal?: AbortSignal } = {},
): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await attempt();
    } catch (error) {
      const again = error instanceof SubmissionError && error.retryable && n < attempts && !signal?.aborted;
      if (!again) throw error;
      await pause(pauseAfter(n, error), signal);
      if (signal?.aborted) throw error;
    }
  }
}
