import { MoneyFlow } from "../../../ui/money-flow/money-flow.tsx";
import { useTexts } from "../../../i18n/use-texts.ts";
import { VerifyTotals } from "../../verify/controls.tsx";
import { VerifyYear } from "../../verify/entries.tsx";
import type { Standing } from "../../verify/ledger.ts";
import type { HomeResult } from "./home.graphql.ts";

type Year = HomeResult["fiscalYears"][number];

/** The year that matters most to a reader: the open one, else the latest with money. */
function yearToShow(years: readonly Year[]): Year | undefined {
  const byYear = years.toSorted((a, b) => b.year - a.year);
  const spent = byYear.find(({ totals }) => totals.paid !== "0");
  return byYear.find(({ state, totals }) => state === "OPEN" && totals.paid !== "0") ?? spent ?? byYear[0];
}

/** The year's money from appropriation to payment. */
export function YearMoney({ years, standing }: { years: readonly Year[]; standing: Standing }) {
  const { t, millions } = useTexts();
  const shown = yearToShow(years);
  if (!shown) return <p>{t("home.noYear")}</p>;
  const { year, state, ceiling, approved, totals } = shown;
  return (
    <section aria-labelledby="year-money">
      <h2 id="year-money">{t("home.moneyTitle", { year })}</h2>
      <MoneyFlow flow={totals}>
        <p>
          {t("home.yearState", {
            state: t(`words.yearState.${state}`),
            ceiling: millions(ceiling),
            approved: millions(approved),
          })}
          {"\u00A0"}
          <VerifyYear standing={standing} year={year} state={state} money={{ ceiling, approved }} />
        </p>
        <VerifyTotals
          standing={standing}
          scope={{ year }}
          said={totals}
          subject={t("home.verifySubject", { year })}
        />
      </MoneyFlow>
    </section>
  );
}
