/** The verify mark for one entry of a register: a line, a year, a commitment, a milestone, a payment. */
import { decodeBytes32Text, encodeBytes32Text } from "../../../sdk/bytes32.ts";
import type { StateName } from "../../../sdk/budget-states.ts";
import { expenseTypes } from "../../../sdk/expense-types.ts";
import type { ExpenseTypeName } from "../../../sdk/expense-types.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import type { Texts } from "../../i18n/use-texts.ts";
import { epoch } from "../names/epoch.ts";
import { fundSources } from "../names/fund-sources.ts";
import { stateNumber, stateWord } from "../names/state-word.ts";
import type { ClaimedValue } from "./check-values.ts";
import { VerifyValues } from "./controls.tsx";
import type { Base } from "./controls.tsx";
import { counterNames } from "./counters.ts";
import type { Counters } from "./counters.ts";
import type { Standing } from "./ledger.ts";

/** What can be no short text of a register stands as it is, and so differs from every one. */
function otherwiseAsIs(change: (text: string) => string, text: string): string {
  try {
    return change(text);
  } catch {
    return text;
  }
}

/** The project that an entry stands under on the page: an entry of another one would be as right by itself. */
function ofProject(t: Texts["t"], code: string): ClaimedValue {
  return {
    path: "code",
    item: t("checks.field.code"),
    said: otherwiseAsIs(encodeBytes32Text, code),
    show: (value) => otherwiseAsIs(decodeBytes32Text, value),
  };
}

type Line = {
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly expenseType: ExpenseTypeName;
  readonly fundSource: string;
  readonly closed: boolean;
  readonly carriedFrom: { readonly lineId: string } | null;
  readonly counters: Counters;
};

/** Year, type, source, end and counters of one line, as the register has them. */
export function VerifyLine({ standing, line, code, subject }: Base & { line: Line; code: string }) {
  const { t, baht } = useTexts();
  const counters = counterNames.map((name) => ({
    path: `counters.${name}`,
    item: t(`checks.field.${name}`),
    said: line.counters[name],
    show: baht,
  }));
  const values: ClaimedValue[] = [
    ofProject(t, code),
    {
      path: "year",
      item: t("checks.field.fiscalYear"),
      said: String(line.fiscalYear),
      show: (value) => value,
    },
    {
      path: "expenseType",
      item: t("checks.field.expenseType"),
      said: String(expenseTypes.indexOf(line.expenseType) + 1),
      show: (value) => {
        const known = expenseTypes[Number(value) - 1];
        return known ? t(`words.expenseType.${known}`) : value;
      },
    },
    {
      path: "fundSource",
      item: t("checks.field.fundSource"),
      said: otherwiseAsIs(encodeBytes32Text, line.fundSource),
      show: (value) => {
        const text = otherwiseAsIs(decodeBytes32Text, value);
        const known = fundSources[text];
        return known ? t(known) : text;
      },
    },
    {
      path: "closed",
      item: t("checks.field.closed"),
      said: String(line.closed),
      show: (value) => t(value === "true" ? "logCheck.yes" : "logCheck.no"),
    },
    {
      path: "carriedFrom",
      item: t("checks.field.carriedFrom"),
      said: line.carriedFrom?.lineId ?? "0",
      show: (value) => (value === "0" ? t("checks.none") : value),
    },
    ...counters,
  ];
  const claims = [{ contract: "BudgetLines", method: "line", args: [line.lineId], values }];
  return <VerifyValues compact standing={standing} subject={subject} claims={claims} />;
}

type YearProps = {
  standing: Standing;
  year: number;
  state: StateName<"year">;
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
    said: stateNumber("year", state),
    show: (value: string) => stateWord(t, "year", value),
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

const registers = {
  commitment: "BudgetCommitments",
  milestone: "BudgetCommitments",
  disbursement: "BudgetDisbursements",
} as const;

type MoneyField = "value" | "originalValue" | "amount" | "accepted" | "requested" | "paid" | "returned";

type Entry = keyof typeof registers;

type EntryProps = Base & {
  entry: Entry;
  id: string;
  state: StateName<Entry>;
  money: Partial<Record<MoneyField, string>>;
  /** code of the project that it stands under */
  code: string;
  /** of a milestone and a payment: the contract that it is of */
  commitmentId?: string;
  /** of a payment: the milestone that it is for, 0 when for none */
  milestoneId?: string;
  /** of a milestone */
  dueAt?: string;
  /** of a commitment: how often it was amended, and by how much it is above its first value */
  amended?: { readonly amendmentCount: number; readonly increaseBps: number };
};

/** State and sums of a commitment, milestone or payment, as the register has them, and what else is given. */
export function VerifyEntry({ standing, subject, entry, id, state, money, ...of }: EntryProps) {
  const { code, commitmentId, milestoneId, dueAt, amended } = of;
  const { t, baht, count, dateTime, percent } = useTexts();
  const values = Object.entries(money).map(([field, said]) => ({
    path: field,
    item: t(`checks.field.${field as MoneyField}`),
    said,
    show: baht,
  }));
  const besides: ClaimedValue[] = commitmentId === undefined ? [ofProject(t, code)] : [];
  const asItIs = (value: string) => value;
  if (commitmentId !== undefined)
    besides.push({
      path: "commitmentId",
      item: t("checks.field.commitmentId"),
      said: commitmentId,
      show: asItIs,
    });
  if (milestoneId !== undefined)
    besides.push({
      path: "milestoneId",
      item: t("checks.field.milestoneId"),
      said: milestoneId,
      show: (value) => (value === "0" ? t("checks.none") : value),
    });
  if (dueAt !== undefined)
    besides.push({
      path: "dueAt",
      item: t("checks.field.dueAt"),
      said: String(epoch(dueAt)),
      show: (value) => dateTime(Number(value)),
    });
  if (amended)
    besides.push(
      {
        path: "amendments",
        item: t("checks.field.amendments"),
        said: String(amended.amendmentCount),
        show: (value) => count(Number(value)),
      },
      {
        path: "increaseBps",
        item: t("checks.field.increaseBps"),
        said: String(amended.increaseBps),
        show: (value) => percent(Number(value) / 10_000),
      },
    );
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
          said: stateNumber(entry, state),
          show: (value: string) => stateWord(t, entry, value),
        },
        ...besides,
      ],
    },
    ...(commitmentId === undefined
      ? []
      : [
          {
            contract: "BudgetCommitments",
            method: "commitment",
            args: [commitmentId],
            values: [ofProject(t, code)],
          },
        ]),
  ];
  return <VerifyValues compact standing={standing} subject={subject} claims={claims} />;
}
