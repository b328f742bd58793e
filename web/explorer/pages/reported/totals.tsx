import { Figure, Figures } from "../../../ui/figure/figure.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { useNames } from "../../parts.tsx";
import { VerifyReported } from "../../verify/controls.tsx";
import { ReportedTotals as TotalsQuery } from "./totals.graphql.ts";
import type { ReportedTotalsVariables } from "./totals.graphql.ts";

/** Sums of everything that the filter leaves; the same for every page and order of the list. */
export function ReportedTotals({ filter }: { filter: ReportedTotalsVariables["filter"] }) {
  const { t, count } = useNames();
  const answer = useQuery(TotalsQuery, { filter });
  return (
    <section aria-labelledby="totals">
      <h2 id="totals">{t("reported.totals")}</h2>
      <QueryView answer={answer} lines={4}>
        {({ budgetTotals, _meta }) => {
          const { reported } = budgetTotals.total;
          return (
            <>
              <Figures>
                <Figure
                  label={t("reported.count")}
                  amount={t("reported.projects", { number: count(reported.count) })}
                  definition="projects"
                  source={t("reported.contractsCount", { number: count(reported.contracts) })}
                />
                <Figure
                  label={t("reported.budget")}
                  satang={reported.budget}
                  definition="budget"
                  source={t("reported.source")}
                />
                <Figure label={t("reported.reference")} satang={reported.reference} definition="reference" />
                <Figure label={t("reported.agreed")} satang={reported.agreed} definition="agreed" />
              </Figures>
              <VerifyReported
                standing={_meta}
                subject={t("reported.verifyTotals")}
                selection={filter ?? {}}
                said={reported}
              />
            </>
          );
        }}
      </QueryView>
    </section>
  );
}
