import { useMemo } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import type { Check } from "../../ui/verify/types.ts";
import type { BatchSaid, RowSaid } from "./check-batch.ts";
import type { JournalSaid } from "./check-journal.ts";
import type { Scope } from "./check-totals.ts";
import type { Counters } from "./counters.ts";
import type { EntryClaim } from "./check-values.ts";
import type { Standing } from "./ledger.ts";

/**
 * A check that is fetched only when it is started, and keeps its identity while the claim stays the same. Nothing of
 * the checking weighs on a page that is only read.
 */
function useLazyCheck<Claim>(claim: Claim, load: (texts: Texts, claim: Claim) => Promise<Check>): Check {
  const texts = useTexts();
  const key = JSON.stringify(claim, (_, value: unknown) => (typeof value === "function" ? undefined : value));
  return useMemo<Check>(
    () =>
      async function* (address, signal) {
        const check = await load(texts, claim);
        return yield* check(address, signal);
      },
    // The claim's content is what counts; its functions only write values.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key, texts.language],
  );
}

export function useValuesCheck(standing: Standing, claims: readonly EntryClaim[]): Check {
  return useLazyCheck({ standing, claims }, async (texts, claim) => {
    const { valuesCheck } = await import("./check-values.ts");
    return valuesCheck(texts, claim.standing, claim.claims);
  });
}

export function useTotalsCheck(standing: Standing, scope: Scope, said: Counters): Check {
  return useLazyCheck({ standing, scope, said }, async (texts, claim) => {
    const { totalsCheck } = await import("./check-totals.ts");
    return totalsCheck(texts, claim.standing, claim.scope, claim.said);
  });
}

export function useJournalCheck(standing: Standing, said: JournalSaid): Check {
  return useLazyCheck({ standing, said }, async (texts, claim) => {
    const { journalCheck } = await import("./check-journal.ts");
    return journalCheck(texts, claim.standing, claim.said);
  });
}

export function useBatchCheck(standing: Standing, said: BatchSaid, row?: RowSaid): Check {
  return useLazyCheck({ standing, said, row }, async (texts, claim) => {
    const { batchCheck } = await import("./check-batch.ts");
    return batchCheck(texts, claim.standing, claim.said, claim.row);
  });
}
