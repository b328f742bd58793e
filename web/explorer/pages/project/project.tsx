import { cursorOf } from "../../../ui/pagination/cursors.ts";
import type { CursorName } from "../../../ui/pagination/cursors.ts";
import { useParams, useSearchParams } from "react-router";
import { MoneyFlow } from "../../../ui/money-flow/money-flow.tsx";
import { sums } from "../../../ui/money-flow/sums.ts";
import { PagedList } from "../../../ui/pagination/paged-list.tsx";
import { Timeline } from "../../../ui/timeline/timeline.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { NotFound } from "../../not-found.tsx";
import { Page } from "../../page.tsx";
import { useNames, useTimeline } from "../../parts.tsx";
import { VerifyCounts, VerifyTotals } from "../../verify/controls.tsx";
import type { Standing } from "../../verify/ledger.ts";
import { FlagList } from "../flags/flag-list.tsx";
import { SignalList } from "../flags/signal-list.tsx";
import { Commitments } from "./commitments.tsx";
import { ProjectFacts } from "./facts.tsx";
import { Lines } from "./lines.tsx";
import { Milestones } from "./milestones.tsx";
import { Moves } from "./moves.tsx";
import { Payments } from "./payments.tsx";
import { ProjectPage as ProjectQuery } from "./project.graphql.ts";
import type { ProjectPageResult } from "./project.graphql.ts";
import { ProjectProvenance } from "./provenance.tsx";

export type Project = NonNullable<ProjectPageResult["project"]>;

/** The lists that may go on, by the names of their cursors in the address and in the query. */
const lists: readonly CursorName[] = [
  "lines",
  "commitments",
  "milestones",
  "payments",
  "revisions",
  "carryForwards",
  "obligations",
  "flags",
  "events",
];

function ProjectView({ project, data }: { project: Project; data: ProjectPageResult }) {
  const standing: Standing = data._meta;
  const { t } = useNames();
  const timeline = useTimeline(project.events.nodes, { linkProject: false });
  const numbers = {
    lines: project.lines.totalCount,
    commitments: project.commitments.totalCount,
    milestones: project.milestones.totalCount,
    payments: project.disbursements.totalCount,
    flags: project.flags.totalCount,
  };
  return (
    <>
      <ProjectFacts project={project} />
      <h2>{t("project.money")}</h2>
      <MoneyFlow flow={project.totals}>
        <p>{t("project.moneyLimits")}</p>
        <VerifyTotals
          standing={standing}
          scope={{ code: project.code }}
          said={project.totals}
          subject={t("project.verifyMoney", { code: project.code })}
        />
      </MoneyFlow>
      <p>
        {t("project.counts", numbers)}{" "}
        <VerifyCounts
          standing={standing}
          scope={{ code: project.code }}
          said={numbers}
          subject={t("project.verifyCounts")}
        />
      </p>
      <h2>{t("project.lines.title")}</h2>
      <PagedList label={t("project.lines.title")} name="lines" list={project.lines}>
        <Lines code={project.code} lines={project.lines.nodes} standing={standing} />
      </PagedList>
      <h2>{t("project.commitments.title")}</h2>
      <PagedList label={t("project.commitments.title")} name="commitments" list={project.commitments}>
        <Commitments code={project.code} commitments={project.commitments.nodes} standing={standing} />
      </PagedList>
      <h2>{t("project.milestones.title")}</h2>
      <PagedList label={t("project.milestones.title")} name="milestones" list={project.milestones}>
        <Milestones code={project.code} milestones={project.milestones.nodes} standing={standing} />
      </PagedList>
      <h2>{t("project.payments.title")}</h2>
      <PagedList label={t("project.payments.title")} name="payments" list={project.disbursements}>
        <Payments code={project.code} payments={project.disbursements.nodes} standing={standing} />
      </PagedList>
      <Moves project={project} standing={standing} />
      <h2>{t("project.flags.title")}</h2>
      <p>{t("project.flags.explain")}</p>
      <PagedList label={t("project.flags.title")} name="flags" list={project.flags}>
        <FlagList flags={project.flags.nodes} none={t("project.flags.none")} rules={data.redFlagRules} />
      </PagedList>
      <h2>{t("project.signals.title")}</h2>
      <SignalList signals={project.redFlags} none={t("project.signals.none")} standing={standing} />
      <h2>{t("project.timeline")}</h2>
      <PagedList label={t("project.timeline")} name="events" list={project.events}>
        <Timeline label={t("project.timeline")} entries={timeline} />
      </PagedList>
      <ProjectProvenance project={project} />
    </>
  );
}

export default function ProjectPage() {
  const { code = "" } = useParams();
  const { t, title, agencyName, language, millions } = useNames();
  const [params] = useSearchParams();
  const cursors = Object.fromEntries(lists.map((name) => [name, cursorOf(params, name)]));
  const answer = useQuery(ProjectQuery, { code, ...cursors });
  const project = answer.data?.project;
  if (project === null) return <NotFound what={t("project.notFound", { code })} />;
  if (answer.problem?.code.startsWith("PROJECT_CODE")) {
    return <NotFound what={answer.problem.explain(language).what ?? t("project.notFound", { code })} />;
  }
  const crumbs = [
    { text: t("projects.title"), to: "/projects" },
    ...(project ? [{ text: agencyName(project.agency), to: `/agency/${project.agency.code}` }] : []),
  ];
  return (
    <Page
      kind={t("project.kind")}
      title={project ? title(project.title) : code}
      description={
        project &&
        t("project.inShort", {
          code,
          agency: agencyName(project.agency),
          approved: millions(sums(project.totals).available),
          paid: millions(sums(project.totals).paid),
        })
      }
      crumbs={crumbs}
    >
      <QueryView answer={answer} lines={20}>
        {(data) => data.project && <ProjectView project={data.project} data={data} />}
      </QueryView>
    </Page>
  );
}
