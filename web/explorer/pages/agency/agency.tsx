import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { useParams, useSearchParams } from "react-router";
import { MoneyFlow } from "../../../ui/money-flow/money-flow.tsx";
import { PagedList } from "../../../ui/pagination/paged-list.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Timeline } from "../../../ui/timeline/timeline.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { provinceName } from "../../../../sdk/provinces.ts";
import { NotFound } from "../../not-found.tsx";
import { Page } from "../../page.tsx";
import { useNames, useTimeline } from "../../parts.tsx";
import { VerifyCounts, VerifyTotals } from "../../verify/controls.tsx";
import { FlagList } from "../flags/flag-list.tsx";
import { ProjectTable } from "../projects/project-table.tsx";
import { AgencyPage as AgencyQuery } from "./agency.graphql.ts";
import type { AgencyPageResult } from "./agency.graphql.ts";
import { Officers } from "./officers.tsx";
import { downloads } from "../../data/downloads.ts";

export type Agency = NonNullable<AgencyPageResult["agency"]>;

function AgencyView({ agency, data }: { agency: Agency; data: AgencyPageResult }) {
  const { t, language } = useNames();
  const timeline = useTimeline(data.events.nodes);
  const { projects, totals } = agency;
  const numbers = { projects: projects.totalCount, flags: agency.flags.totalCount };
  return (
    <>
      <SummaryList
        facts={[
          { term: t("projects.code"), value: <code>{agency.code}</code> },
          { term: t("projects.province"), value: provinceName(agency.province, language) },
          {
            term: t("agency.status"),
            value: (
              <StatusTag tone={agency.active ? "active" : "attention"}>
                {t(agency.active ? "agency.active" : "agency.suspended")}
              </StatusTag>
            ),
          },
        ]}
      />
      <h2>{t("agency.money")}</h2>
      <MoneyFlow flow={totals}>
        <VerifyTotals
          standing={data._meta}
          scope={{ agency: agency.code }}
          said={totals}
          subject={t("agency.verifySubject")}
        />
      </MoneyFlow>
      <p>
        {t("agency.counts", numbers)}{" "}
        <VerifyCounts
          standing={data._meta}
          scope={{ agency: agency.code }}
          said={numbers}
          subject={t("agency.verifyCounts")}
        />
      </p>
      <ProjectTable
        withoutAgency
        caption={t("agency.projects", { count: projects.totalCount })}
        rows={projects.nodes}
        standing={data._meta}
        downloads={downloads("projects", { agency: agency.code }, language)}
      />
      <Pagination
        shown={projects.nodes.length}
        total={projects.totalCount}
        hasNext={projects.pageInfo.hasNextPage}
        endCursor={projects.pageInfo.endCursor}
      />
      <h2>{t("agency.flags")}</h2>
      <PagedList label={t("agency.flags")} name="flags" list={agency.flags}>
        <FlagList flags={agency.flags.nodes} none={t("agency.noFlags")} rules={data.redFlagRules} />
      </PagedList>
      <h2>{t("agency.events")}</h2>
      <PagedList label={t("agency.events")} name="events" list={data.events}>
        <Timeline label={t("agency.events")} entries={timeline} />
      </PagedList>
      <p className="screen-only">
        <a href={`/feeds/agencies/${agency.code}.atom`}>{t("agency.feed")}</a>
      </p>
      <h2>{t("agency.officers")}</h2>
      <p>{t("agency.officersText")}</p>
      <PagedList label={t("agency.officers")} name="officers" list={agency.officers}>
        <Officers officers={agency.officers.nodes} />
      </PagedList>
    </>
  );
}

export default function AgencyPage() {
  const { code = "" } = useParams();
  const [params] = useSearchParams();
  const { t, agencyName, count } = useNames();
  const number = /^\d{1,5}$/.test(code) ? Number(code) : 0;
  const answer = useQuery(AgencyQuery, {
    code: number,
    after: cursorOf(params, "after"),
    flags: cursorOf(params, "flags"),
    events: cursorOf(params, "events"),
    officers: cursorOf(params, "officers"),
  });
  const agency = answer.data?.agency;
  if (agency === null) return <NotFound what={t("agency.notFound", { code })} />;
  return (
    <Page
      kind={t("agency.kind")}
      title={agency ? agencyName(agency) : code}
      description={
        agency &&
        t("agency.inShort", { name: agencyName(agency), projects: count(agency.projects.totalCount) })
      }
      crumbs={[{ text: t("projects.title"), to: "/projects" }]}
    >
      <QueryView answer={answer} lines={16}>
        {(data) => data.agency && <AgencyView agency={data.agency} data={data} />}
      </QueryView>
    </Page>
  );
}
