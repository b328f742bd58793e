import { pause, pauseAfter } from "../client/retry.ts";
import { checkPromises } from "./promises.ts";
import type { LedgerAccess } from "./promises.ts";
import { refusedFault, sendNext } from "./send-next.ts";
import type { Sending } from "./send-next.ts";

export interface SenderOptions extends Sending {
  /** milliseconds between two looks at an empty outbox; 1,000 when left out */
  readonly interval?: number;
  /**
   * told of every attempt that failed, and how often in a row, of each promise that was not kept, and of what the log
   * refused for good, at the start too as long as any is set aside; nothing is lost by it
   */
  readonly onProblem?: (error: unknown, attempt: number) => void;
  /** where promises are checked after their deadline; they are only kept when left out */
  readonly ledger?: LedgerAccess;
}

export interface Sender {
  /** Looks into the outbox now: an action was logged, or the gateway is there again. */
  nudge(): void;
  /** Finishes what is being sent, then ends. */
  stop(): Promise<void>;
}

const INTERVAL = 1_000;
/** Between two looks at promises that are due, in milliseconds. */
const CHECK_EVERY = 10_000;

/** Sends a writer's outbox for as long as it runs, in order, with growing pauses while the gateway cannot take it. */
export function startSender(options: SenderOptions): Sender {
  const ending = new AbortController();
  let nudged = new AbortController();
  const wait = async (milliseconds: number) => {
    await pause(milliseconds, AbortSignal.any([ending.signal, nudged.signal]));
    nudged = new AbortController();
  };
  let checkAt = 0;
  let checking: Promise<void> | undefined;
  const check = async (ledger: LedgerAccess) => {
    const { database, writer, onProblem } = options;
    try {
      for (const error of await checkPromises(database, writer, ledger)) onProblem?.(error, 1);
    } catch (error) {
      onProblem?.(error, 1);
    }
    checkAt = performance.now() + CHECK_EVERY;
    checking = undefined;
  };
  const onRefused = options.onRefused ?? ((error) => options.onProblem?.(error, 1));
  let told = false;
  const tellRefused = async () => {
    const refused = await refusedFault(options.database, options.writer);
    told = true;
    if (refused) onRefused(refused);
  };
  const run = async () => {
    for (let failed = 0; !ending.signal.aborted;) {
      try {
        if (!told) await tellRefused();
        const outcome = await sendNext({ ...options, onRefused });
        failed = 0;
        // Beside the sending: a ledger or a source of documents that hangs must not hold up what is to be logged.
        if (options.ledger && performance.now() >= checkAt) checking ??= check(options.ledger);
        if (outcome !== "sent") await wait(options.interval ?? INTERVAL);
      } catch (error) {
        options.onProblem?.(error, ++failed);
        await wait(pauseAfter(failed, error));
      }
    }
  };
  const running = run();
  return {
    nudge: () => nudged.abort(),
    stop: async () => {
      ending.abort();
      await running;
      await checking;
    },
  };
}
