/** The verify mark for each kind of figure that the pages show. */
import type { ReportedSelection } from "../../../sdk/import/selection.ts";
import type { LineScope } from "../../../sdk/verify/line-scope.ts";
import type { ReportedSums } from "../../../sdk/verify/reported-totals.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import { Verify } from "../../ui/verify/verify.tsx";
import { counterNames } from "./counters.ts";
import type { Counters } from "./counters.ts";
import type { BatchSaid, RowSaid } from "./check-batch.ts";
import type { CountsSaid } from "./check-counts.ts";
import type { MovesSaid } from "./check-moves.ts";
import type { JournalSaid } from "./check-journal.ts";
import type { SignalSaid } from "./check-signal.ts";
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
  useTotalsCheck,
  useValuesCheck,
} from "./use-checks.ts";

type Base = { standing: Standing; subject: string; compact?: boolean };

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

export function VerifyCounts({ standing, subject, said }: Base & { said: CountsSaid }) {
  return <Verify subject={subject} check={useCountsCheck(standing, said)} />;
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
  const { rule, about, inputs } = said;
  const kept = { rule, about, inputs: inputs.map(({ name, value }) => ({ name, value })) };
  return <Verify compact subject={subject} check={useSignalCheck(standing, kept)} />;
}

/** Counters of one line, as the register has them. */
export function VerifyLine({
  standing,
  lineId,
  counters,
  subject,
}: Base & { lineId: string; counters: Counters }) {
  const { t, baht } = useTexts();
  const values = counterNames.map((name) => ({
    path: `counters.${name}`,
    item: t(`checks.field.${name}`),
    said: counters[name],
    show: baht,
  }));
  const claims = [{ contract: "BudgetLines", method: "line", args: [lineId], values }];
  return <VerifyValues compact standing={standing} subject={subject} claims={claims} />;
}

const yearStates = ["PLANNED", "OPEN", "CLOSED"] as const;

type YearProps = {
  standing: Standing;
  year: number;
  state: (typeof yearStates)[number];
  money: Record<"ceiling" | "approved", string>;
};

/** Ceiling, approved sum and state of a fiscal year, as the register has them. */
export function VerifyYear({ standing, year, state, money }: YearProps) {
  const { t, baht } = useTexts();
  const values = Object.entries(money).map(([field, said]) => ({
    path: field,
    item: t(`checks.field.${field as keyof YearProps["money"]}`),
    said,
    show: baht,
  }));
  const stateValue = {
    path: "state",
    item: t("checks.field.state"),
    said: String(yearStates.indexOf(state) + 1),
    show: (value: string) => {
      const known = yearStates[Number(value) - 1];
      return known ? t(`words.yearState.${known}`) : value;
    },
  };
  const claims = [
    {
      contract: "BudgetLines",
      method: "fiscalYear",
      args: [String(year)],
      values: [...values, stateValue],
    },
  ];
  return (
    <VerifyValues compact standing={standing} subject={t("home.verifyYear", { year })} claims={claims} />
  );
}

const numbered = {
  commitment: ["PENDING", "ACTIVE", "COMPLETE", "TERMINATED", "CANCELLED"],
  milestone: ["SCHEDULED", "SUBMITTED", "ACCEPTED", "PARTIAL", "REJECTED", "REMOVED"],
  disbursement: ["REQUESTED", "APPROVED1", "APPROVED2", "PAID", "REJECTED", "RETURNED"],
} as const;

const registers = {
  commitment: "BudgetCommitments",
  milestone: "BudgetCommitments",
  disbursement: "BudgetDisbursements",
} as const;

type MoneyField = "value" | "originalValue" | "amount" | "accepted" | "requested" | "paid" | "returned";

type EntryProps = Base & {
  entry: keyof typeof numbered;
  id: string;
  state: string;
  money: Partial<Record<MoneyField, string>>;
};

/** State and sums of a commitment, milestone or payment, as the register has them. */
export function VerifyEntry({ standing, subject, entry, id, state, money }: EntryProps) {
  const { t, baht } = useTexts();
  const names: readonly string[] = numbered[entry];
  const nameOf = (value: string) => names[Number(value) - 1] ?? value;
  const values = Object.entries(money).map(([field, said]) => ({
    path: field,
    item: t(`checks.field.${field as MoneyField}`),
    said,
    show: baht,
  }));
  const claims = [
    {
      contract: registers[entry],
      method: entry,
      args: [id],
      values: [
        ...values,
        {
          path: "state",
          item: t("checks.field.state"),
          said: String(names.indexOf(state) + 1),
          show: nameOf,
        },
      ],
    },
  ];
  return <VerifyValues compact standing={standing} subject={subject} claims={claims} />;
}
