import { useLazyCheck } from "../use-lazy-check.ts";
import type { Check } from "../../../ui/verify/types.ts";
import type { ActionSaid } from "./check-action.ts";
import type { LogStanding } from "./judge-by-ledger.ts";

/** The check of one entry as a page shows it; fetched when it is started. */
export function useActionCheck(standing: LogStanding, said: ActionSaid): Check {
  return useLazyCheck({ standing, said }, async (texts, claim) => {
    const { actionCheck } = await import("./check-action.ts");
    return actionCheck(texts, claim.standing, claim.said);
  });
}
