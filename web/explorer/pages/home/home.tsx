import { Link } from "react-router";
import { SearchBox } from "../../../ui/page-shell/search-box.tsx";
import { Figure, Figures } from "../../../ui/figure/figure.tsx";
import { Timeline } from "../../../ui/timeline/timeline.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { VerifyCounts, VerifyReported } from "../../verify/controls.tsx";
import { registerNames } from "../../names/registers.ts";
import { Page } from "../../page.tsx";
import { useNames, useTimeline } from "../../parts.tsx";
import { Attention } from "./attention.tsx";
import { Home } from "./home.graphql.ts";
import type { HomeResult } from "./home.graphql.ts";
import { ServicesAtWork } from "./services-at-work.tsx";
import { YearMoney } from "./year-money.tsx";

/** Of services the page shows what they did; how their logs are kept would leave no room for anything else. */
const contracts = registerNames.filter((name) => name !== "ActionLog");

function Latest({ events }: { events: HomeResult["events"]["nodes"] }) {
  const { t } = useNames();
  return <Timeline label={t("home.latest")} entries={useTimeline(events)} />;
}

export default function HomePage() {
  const { t, count } = useNames();
  const answer = useQuery(Home, { contracts });
  return (
    <Page title={t("home.title")} description={t("home.lead")}>
      <p>{t("home.lead")}</p>
      <p>{t("home.ledger")}</p>
      <SearchBox large />
      <QueryView answer={answer} lines={16}>
        {(data) => {
          const { reported } = data.budgetTotals.total;
          return (
            <>
              <YearMoney years={data.fiscalYears} standing={data._meta} />
              <Attention data={data} />
              <ServicesAtWork data={data} />
              <h2>{t("home.latest")}</h2>
              <Latest events={data.events.nodes} />
              <h2>{t("home.inNumbers")}</h2>
              <Figures>
                <Figure
                  label={t("home.projects")}
                  amount={t("home.projectsCount", { number: count(data.projects.totalCount) })}
                >
                  <Link to="/projects">{t("home.seeAll")}</Link>
                </Figure>
                <Figure
                  label={t("home.agencies")}
                  amount={t("home.agenciesCount", { number: count(data.agencies.totalCount) })}
                >
                  <Link to="/projects#agencies">{t("home.seeAll")}</Link>
                </Figure>
                <Figure
                  label={t("home.reported")}
                  amount={t("home.projectsCount", { number: count(reported.count) })}
                  definition="projects"
                >
                  <Link to="/reported">{t("home.seeReported")}</Link>
                </Figure>
                <Figure label={t("home.reportedBudget")} satang={reported.budget} definition="budget" />
              </Figures>
              <p>
                {t("home.verifyCounts")}:{" "}
                <VerifyCounts
                  standing={data._meta}
                  subject={t("home.verifyCounts")}
                  said={{
                    projects: data.projects.totalCount,
                    agencies: data.agencies.totalCount,
                    // Where no service logs, no number of them is shown.
                    ...(data.services.totalCount > 0 && { services: data.services.totalCount }),
                  }}
                />
              </p>
              <p>
                {t("home.verifyReported")}:{" "}
                <VerifyReported
                  standing={data._meta}
                  subject={t("home.verifyReported")}
                  selection={{}}
                  said={reported}
                />
              </p>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
