import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { BarChart } from "../../../ui/chart/bar-chart.tsx";
import { problemAt } from "../../../ui/error-summary/problem-at.ts";
import { Filters } from "../../../ui/form/filters.tsx";
import { SelectField } from "../../../ui/form/select-field.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import type { Standing } from "../../verify/ledger.ts";
import { Compare } from "./compare.graphql.ts";
import { filterOf, groupings, isNative, onlyIn, readComparison } from "./comparison.ts";
import { CompareTable } from "./compare-table.tsx";
import { useChart } from "./use-chart.ts";
import type { CompareResult } from "./compare.graphql.ts";
import type { Comparison } from "./comparison.ts";

type Props = { totals: CompareResult["budgetTotals"]; comparison: Comparison; standing: Standing };

function Result({ totals, comparison, standing }: Props) {
  const { t } = useNames();
  const chart = useChart(totals, comparison);
  const only = onlyIn[comparison.groupBy];
  if (only && only !== comparison.data) return <Empty title={t(`compare.notIn.${only}`)} />;
  if (!chart) return <Empty filtered title={t("compare.none")} />;
  return (
    <>
      <BarChart data={chart.data} sentence={chart.sentence} />
      <CompareTable totals={totals} comparison={comparison} standing={standing} />
      <Pagination
        shown={totals.groups.length}
        total={totals.totalCount}
        hasNext={totals.hasNextPage}
        endCursor={totals.endCursor}
      />
    </>
  );
}

export default function ComparePage() {
  const { t, language } = useNames();
  const [params] = useSearchParams();
  const { comparison, problems } = useMemo(
    () => readComparison(params, { t, language }),
    [params, t, language],
  );
  const { groupBy, data, after } = comparison;
  const field = groupBy === "FISCAL_YEAR" ? "KEY" : isNative(comparison) ? "APPROPRIATED" : "BUDGET";
  const answer = useQuery(Compare, {
    groupBy,
    filter: filterOf(comparison),
    orderBy: { field, direction: field === "KEY" ? "ASC" : "DESC" },
    after,
  });
  return (
    <Page title={t("compare.title")} description={t("compare.intro")} crumbs={[]}>
      <p>{t("compare.intro")}</p>
      <Filters key={params.toString()} problems={problems}>
        <SelectField
          id="data"
          name="data"
          label={t("compare.data")}
          error={problemAt(problems, "data")}
          defaultValue={data}
          options={[
            { value: "ledger", text: t("compare.dataNative") },
            { value: "reported", text: t("compare.dataReported") },
          ]}
        />
        <SelectField
          id="by"
          name="by"
          label={t("compare.by")}
          error={problemAt(problems, "by")}
          defaultValue={groupBy}
          options={groupings.map((value) => {
            const text = t(`compare.grouping.${value}`);
            const only = onlyIn[value];
            return { value, text: only ? t(`compare.onlyIn.${only}`, { name: text }) : text };
          })}
        />
        <TextField
          id="year"
          name="year"
          label={t("compare.year")}
          inputMode="numeric"
          error={problemAt(problems, "year")}
          defaultValue={params.get("year") ?? ""}
        />
      </Filters>
      <QueryView answer={answer} lines={12}>
        {({ budgetTotals, _meta }) => (
          <Result totals={budgetTotals} comparison={comparison} standing={_meta} />
        )}
      </QueryView>
    </Page>
  );
}
