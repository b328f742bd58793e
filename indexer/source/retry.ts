import { setTimeout as sleep } from "node:timers/promises";
import { FatalError, RetryableError } from "../errors/index.ts";

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;
/** A node that contradicts itself this often in a row does not merely hurry after the chain. */
const CONTRADICTIONS = 8;

/** Called with every failure that is tried again. */
export type OnRetry = (error: RetryableError) => void;

/**
 * Repeats `work` with growing pauses as long as it fails with a RetryableError. Unreachable nodes are waited for without
 * end; answers that contradict themselves or the journal are asked for again a few times.
 */
export async function retrying<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onRetry: OnRetry = () => undefined,
): Promise<T> {
  let pause = FIRST_PAUSE;
  let contradictions = 0;
  for (;;) {
    try {
      signal.throwIfAborted();
      return await work();
    } catch (error) {
      if (!(error instanceof RetryableError)) throw error;
      if (error.code !== "INDEX_CHAIN_UNREACHABLE" && ++contradictions >= CONTRADICTIONS) {
        throw new FatalError(error.code as "INDEX_ANSWER_INCONSISTENT", error.details, error);
      }
      onRetry(error);
      await sleep(pause, undefined, { signal });
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}
