import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { inOrder } from "../../../ui/data-table/columns.ts";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { orders, readFilter } from "./filter.ts";
import { ReportedFilters } from "./filters.tsx";
import { ReportedTable } from "./reported-table.tsx";
import { Reported } from "./reported.graphql.ts";
import { ReportedTotals } from "./totals.tsx";
import { downloads, orderIn } from "../../data/downloads.ts";

export default function ReportedPage() {
  const { t, language } = useNames();
  const [params] = useSearchParams();
  const { filter, problems } = useMemo(() => readFilter(params, { t, language }), [params, t, language]);
  const [key = "", direction] = (params.get("order") ?? "").split(":");
  const field = orders[key as keyof typeof orders];
  const orderBy = field ? ({ field, direction: direction === "desc" ? "DESC" : "ASC" } as const) : null;
  const answer = useQuery(Reported, { filter, orderBy, after: cursorOf(params, "after") });
  return (
    <Page title={t("reported.title")} description={t("reported.intro")} crumbs={[]}>
      <p>{t("reported.intro")}</p>
      <ReportedFilters key={params.toString()} params={params} filter={filter} problems={problems} />
      <QueryView answer={answer} lines={14}>
        {({ reportedProjects, _meta }) => {
          // That there is none is a claim like any other: the totals and their mark stand beside it.
          if (reportedProjects.totalCount === 0)
            return (
              <>
                <Empty filtered />
                <ReportedTotals filter={filter} />
              </>
            );
          return (
            <>
              <ReportedTotals filter={filter} />
              {/* Inside the caption the status would break the table for screen readers. */}
              <p role="status" className="visually-hidden">
                {t("reported.caption", { count: reportedProjects.totalCount })}
              </p>
              <ReportedTable
                caption={t("reported.caption", { count: reportedProjects.totalCount })}
                rows={reportedProjects.nodes}
                standing={_meta}
                order={{ key, descending: direction === "desc" }}
                orderTo={(order) => inOrder(params, order)}
                downloads={downloads("reported-projects", { ...filter, ...orderIn(orderBy) }, language)}
              />
              <Pagination
                shown={reportedProjects.nodes.length}
                total={reportedProjects.totalCount}
                hasNext={reportedProjects.pageInfo.hasNextPage}
                endCursor={reportedProjects.pageInfo.endCursor}
              />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
