import { Link, useSearchParams } from "react-router";
import { SearchBox } from "../../../ui/page-shell/search-box.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { Hits, ServiceHits } from "./hits.tsx";
import { Search } from "./search.graphql.ts";
import { SubjectHits } from "./subject-hits.tsx";

function Results({ query }: { query: string }) {
  const { t, count } = useNames();
  const answer = useQuery(Search, { query });
  return (
    <QueryView answer={answer}>
      {({ search, reportedProjects, services, _meta }) =>
        search.length + services.nodes.length === 0 ? (
          <Empty title={t("search.noneTitle", { query })}>
            <p>{t("search.noneTip")}</p>
          </Empty>
        ) : (
          <>
            <p role="status">
              {t("search.found", { count: search.length + services.nodes.length })}
              {search.length === 50 && ` · ${t("search.foundFirst")}`}
            </p>
            <ServiceHits services={services.nodes} standing={_meta} />
            <Hits hits={search} standing={_meta} />
            {reportedProjects.totalCount > 0 && (
              <p>
                <Link to={`/reported?q=${encodeURIComponent(query)}`}>
                  {t("search.allReported", { number: count(reportedProjects.totalCount) })}
                </Link>
              </p>
            )}
          </>
        )
      }
    </QueryView>
  );
}

export default function SearchPage() {
  const { t } = useNames();
  const [params] = useSearchParams();
  const query = params.get("q")?.trim() ?? "";
  return (
    <Page title={query ? t("search.titleFor", { query }) : t("search.title")}>
      <SearchBox large initial={query} />
      {/^0x[0-9a-f]{64}$/i.test(query) && <SubjectHits subject={query.toLowerCase()} />}
      {query ? <Results query={query} /> : <p>{t("search.ask")}</p>}
    </Page>
  );
}
