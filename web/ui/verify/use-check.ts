import { useCallback, useEffect, useRef, useState } from "react";
import type { Check, VerifyResult, VerifyStep } from "./types.ts";

export type CheckState =
  | { kind: "unchecked" }
  | { kind: "checking"; steps: readonly VerifyStep[] }
  | { kind: "done"; steps: readonly VerifyStep[]; result: VerifyResult; at: Date; address: string };

const UNCHECKED: CheckState = { kind: "unchecked" };

/** Runs a check and keeps what it said so far. A new subject forgets the old answer. */
export function useCheck(check: Check) {
  const [held, setHeld] = useState<{ of: Check; state: CheckState }>({ of: check, state: UNCHECKED });
  const state = held.of === check ? held.state : UNCHECKED;
  const running = useRef<AbortController | null>(null);

  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setHeld((old) => (old.state.kind === "checking" ? { of: old.of, state: UNCHECKED } : old));
  }, []);

  useEffect(() => () => running.current?.abort(), [check]);

  const start = useCallback(
    async (address: string) => {
      running.current?.abort();
      const control = new AbortController();
      running.current = control;
      const steps: VerifyStep[] = [];
      const setState = (next: CheckState) => setHeld({ of: check, state: next });
      setState({ kind: "checking", steps: [] });
      const finish = (result: VerifyResult) => {
        if (!control.signal.aborted)
          setState({ kind: "done", steps: [...steps], result, at: new Date(), address });
      };
      try {
        const run = check(address, control.signal);
        for (;;) {
          const next = await run.next();
          if (control.signal.aborted) return;
          if (next.done) return finish(next.value);
          steps.push(next.value);
          setState({ kind: "checking", steps: [...steps] });
        }
      } catch (error) {
        finish({ kind: "unknown", why: error instanceof Error ? error.message : String(error) });
      }
    },
    [check],
  );

  return { state, start, stop };
}
