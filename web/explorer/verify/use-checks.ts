import type { ReportedSelection } from "../../../sdk/import/selection.ts";
import type { CountScope } from "../../../sdk/verify/count-records.ts";
import type { LineScope } from "../../../sdk/verify/line-scope.ts";
import type { ReportedSums } from "../../../sdk/verify/reported-totals.ts";
import type { Check } from "../../ui/verify/types.ts";
import type { BatchSaid, RowSaid } from "./check-batch.ts";
import type { CountsSaid } from "./check-counts.ts";
import type { MovesSaid } from "./check-moves.ts";
import type { SignalSaid } from "./check-signal.ts";
import type { SignalCountSaid } from "./check-signal-count.ts";
import type { JournalSaid } from "./check-journal.ts";
import type { Counters } from "./counters.ts";
import type { EntryClaim } from "./check-values.ts";
import type { Standing } from "./ledger.ts";
import { useLazyCheck } from "./use-lazy-check.ts";

export function useValuesCheck(standing: Standing, claims: readonly EntryClaim[]): Check {
  return useLazyCheck({ standing, claims }, async (texts, claim) => {
    const { valuesCheck } = await import("./check-values.ts");
    return valuesCheck(texts, claim.standing, claim.claims);
  });
}

export function useTotalsCheck(standing: Standing, scope: LineScope, said: Counters): Check {
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

/** @param id of the project, as the API finds it; which file it stands in is asked when the check starts */
export function useReportedRowCheck(standing: Standing, id: string, row: RowSaid): Check {
  return useLazyCheck({ standing, id, row }, async (texts, claim) => {
    const { reportedRowCheck } = await import("./check-reported-row.ts");
    return reportedRowCheck(texts, claim.standing, claim.id, claim.row);
  });
}

export function useCountsCheck(standing: Standing, said: CountsSaid, scope: CountScope): Check {
  return useLazyCheck({ standing, said, scope }, async (texts, claim) => {
    const { countsCheck } = await import("./check-counts.ts");
    return countsCheck(texts, claim.standing, claim.said, claim.scope);
  });
}

export function useSignalCheck(standing: Standing, said: SignalSaid): Check {
  return useLazyCheck({ standing, said }, async (texts, claim) => {
    const { signalCheck } = await import("./check-signal.ts");
    return signalCheck(texts, claim.standing, claim.said);
  });
}

export function useSignalCountCheck(standing: Standing, said: SignalCountSaid): Check {
  return useLazyCheck({ standing, said }, async (texts, claim) => {
    const { signalCountCheck } = await import("./check-signal-count.ts");
    return signalCountCheck(texts, claim.standing, claim.said);
  });
}

export function useMovesCheck(standing: Standing, said: MovesSaid): Check {
  return useLazyCheck({ standing, said }, async (texts, claim) => {
    const { movesCheck } = await import("./check-moves.ts");
    return movesCheck(texts, claim.standing, claim.said);
  });
}

export function useReportedCheck(
  standing: Standing,
  selection: ReportedSelection,
  said: ReportedSums,
): Check {
  return useLazyCheck({ standing, selection, said }, async (texts, claim) => {
    const { reportedCheck } = await import("./check-reported.ts");
    return reportedCheck(texts, claim.standing, claim.selection, claim.said);
  });
}

/** For a figure that no check in a page can reach: says why and what to do instead. */
export function useNoCheck(reason: "refusals" | "grouping"): Check {
  return useLazyCheck(reason, ({ t }) =>
    Promise.resolve(
      // eslint-disable-next-line require-yield
      async function* () {
        return {
          kind: "unknown",
          why: t(`checks.${reason}`),
          mend: t(`checks.${reason}Mend`),
          alone: true,
        } as const;
      } as Check,
    ),
  );
}
