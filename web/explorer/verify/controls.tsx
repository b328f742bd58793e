/** The verify mark for each kind of figure that the pages show. */
import type { ReportedSelection } from "../../../sdk/import/selection.ts";
import type { CountScope } from "../../../sdk/verify/count-records.ts";
import type { LineScope } from "../../../sdk/verify/line-scope.ts";
import type { ReportedSums } from "../../../sdk/verify/reported-totals.ts";
import { Verify } from "../../ui/verify/verify.tsx";
import { counterNames } from "./counters.ts";
import type { Counters } from "./counters.ts";
import type { BatchSaid, RowSaid } from "./check-batch.ts";
import type { CountsSaid } from "./check-counts.ts";
import type { MovesSaid } from "./check-moves.ts";
import type { JournalSaid } from "./check-journal.ts";
import type { SignalSaid } from "./check-signal.ts";
import type { SignalCountSaid } from "./check-signal-count.ts";
import type { EntryClaim } from "./check-values.ts";
import type { Standing } from "./ledger.ts";
import {
  useBatchCheck,
  useCountsCheck,
  useJournalCheck,
  useMovesCheck,
  useNoCheck,
  useReportedCheck,
  useReportedRowCheck,
  useSignalCheck,
  useSignalCountCheck,
  useTotalsCheck,
  useValuesCheck,
} from "./use-checks.ts";

export type Base = { standing: Standing; subject: string; compact?: boolean };

export function VerifyTotals({
  standing,
  subject,
  compact,
  scope,
  said,
}: Base & { scope: LineScope; said: Counters }) {
  const kept = Object.fromEntries(counterNames.map((name) => [name, said[name]])) as Counters;
  return <Verify subject={subject} compact={compact} check={useTotalsCheck(standing, scope, kept)} />;
}

type CountsProps = Omit<Base, "compact"> & { said: CountsSaid; scope?: CountScope };

/** How many there are: of all, or of the part that `scope` names. */
export function VerifyCounts({ standing, subject, said, scope = {} }: CountsProps) {
  return <Verify subject={subject} check={useCountsCheck(standing, said, scope)} />;
}

type ReportedProps = Base & { selection: ReportedSelection; said: ReportedSums };

/** Count and sums of reported data, as a filter leaves them. */
export function VerifyReported({ standing, subject, compact, selection, said }: ReportedProps) {
  const { count, contracts, budget, reference, agreed } = said;
  const kept = { count, contracts, budget, reference, agreed };
  return <Verify subject={subject} compact={compact} check={useReportedCheck(standing, selection, kept)} />;
}

/** How many entries the ledger refused: why no page can count them anew. */
export function VerifyRefusals({ subject }: { subject: string }) {
  return <Verify subject={subject} check={useNoCheck("refusals")} />;
}

/** Sums of a group that neither the ledger's lines nor the files name: why no page can add them up anew. */
export function VerifyNoGrouping({ subject, compact }: Pick<Base, "subject" | "compact">) {
  return <Verify subject={subject} compact={compact} check={useNoCheck("grouping")} />;
}

export function VerifyValues({
  standing,
  subject,
  compact,
  claims,
}: Base & { claims: readonly EntryClaim[] }) {
  return <Verify subject={subject} compact={compact} check={useValuesCheck(standing, claims)} />;
}

export function VerifyJournal({ standing, subject, compact, said }: Base & { said: JournalSaid }) {
  return <Verify subject={subject} compact={compact} check={useJournalCheck(standing, said)} />;
}

type BatchProps = Base & { said: BatchSaid; row?: RowSaid };

export function VerifyBatch({ standing, subject, compact, said, row }: BatchProps) {
  return <Verify subject={subject} compact={compact} check={useBatchCheck(standing, said, row)} />;
}

type ReportedRowProps = Omit<Base, "compact"> & { id: string; row: RowSaid };

/** Title and sums of a reported project in a list, which does not show the file that they come from. */
export function VerifyReportedRow({ standing, subject, id, row }: ReportedRowProps) {
  return <Verify compact subject={subject} check={useReportedRowCheck(standing, id, row)} />;
}

/** Money that moved between lines and years, and obligations over several years. */
export function VerifyMoves({ standing, subject, said }: Omit<Base, "compact"> & { said: MovesSaid }) {
  return <Verify subject={subject} check={useMovesCheck(standing, said)} />;
}

/** That a rule gives a signal, with the figures that it used. */
export function VerifySignal({ standing, subject, said }: Omit<Base, "compact"> & { said: SignalSaid }) {
  const { rule, about, inputs, project } = said;
  const shown = inputs.map(({ name, value }) => ({ name, value }));
  const kept = { rule, about, inputs: shown, ...(project !== undefined && { project }) };
  return <Verify compact subject={subject} check={useSignalCheck(standing, kept)} />;
}

/** How often a rule holds: nothing is left out, nothing added. */
export function VerifySignalCount({ standing, subject, compact, said }: Base & { said: SignalCountSaid }) {
  return <Verify subject={subject} compact={compact} check={useSignalCountCheck(standing, said)} />;
}
