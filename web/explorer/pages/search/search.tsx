import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { useSearchParams } from "react-router";
import { SearchBox } from "../../../ui/page-shell/search-box.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { AgencyHits, AllOf, Hits, ServiceHits } from "./hits.tsx";
import { Search } from "./search.graphql.ts";
import type { SearchResult } from "./search.graphql.ts";
import { SubjectHits } from "./subject-hits.tsx";

/** As many results as the API is asked for, agencies and services beside them. */
const MOST = 50;

type FoundProps = { data: SearchResult; query: string };

/** What was found, by kinds. Where not all of a kind is shown, it says how many there are and leads on. */
function Found({ data, query }: FoundProps) {
  const { t, count } = useNames();
  const { search, projects, agencies, reportedProjects: reported, services, _meta } = data;
  const hits = search.filter(({ kind }) => kind !== "AGENCY");
  const shown = (kind: string) => hits.filter((hit) => hit.kind === kind).length;
  const isFull = search.length === MOST;
  const moreProjects = isFull || projects.totalCount > shown("PROJECT");
  const isPart =
    moreProjects ||
    reported.totalCount > shown("REPORTED_PROJECT") ||
    agencies.totalCount > agencies.nodes.length ||
    services.totalCount > services.nodes.length;
  const number = hits.length + agencies.nodes.length + services.nodes.length;
  return (
    <>
      <p role="status">{t(isPart ? "search.foundFirst" : "search.found", { count: number })}</p>
      <ServiceHits services={services} standing={_meta} query={query} />
      <AgencyHits agencies={agencies} />
      <Hits
        hits={hits}
        standing={_meta}
        after={{
          PROJECT: moreProjects && projects.totalCount > 0 && (
            <AllOf
              to="/projects"
              query={query}
              text={t("search.allProjects", { number: count(projects.totalCount) })}
            />
          ),
        }}
      />
      {reported.totalCount > 0 && (
        <AllOf
          to="/reported"
          query={query}
          text={t("search.allReported", { number: count(reported.totalCount) })}
        />
      )}
    </>
  );
}

function Results({ query }: { query: string }) {
  const { t } = useNames();
  const [params] = useSearchParams();
  const answer = useQuery(Search, { query, agencies: cursorOf(params, "agencies") });
  return (
    <QueryView answer={answer}>
      {(data) =>
        data.search.length + data.services.nodes.length === 0 ? (
          <Empty title={t("search.noneTitle", { query })}>
            <p>{t("search.noneTip")}</p>
          </Empty>
        ) : (
          <Found data={data} query={query} />
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
