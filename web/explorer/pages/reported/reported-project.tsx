import { Link, useParams } from "react-router";
import { Figure, Figures } from "../../../ui/figure/figure.tsx";
import { Notice } from "../../../ui/notice/notice.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { reportedPath } from "../../names/paths.ts";
import { provinceName } from "../../../../sdk/provinces.ts";
import { NotFound } from "../../not-found.tsx";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { VerifyBatch, VerifyReportedRow } from "../../verify/controls.tsx";
import type { Standing } from "../../verify/ledger.ts";
import { SignalList } from "../flags/signal-list.tsx";
import { ReportedContracts } from "./contracts.tsx";
import { ReportedProjectPage as ReportedProjectQuery } from "./reported-project.graphql.ts";
import type { ReportedProjectPageResult } from "./reported-project.graphql.ts";
import { ReportedProvenance } from "./provenance.tsx";
import { Day } from "../../../ui/time/time.tsx";

export type ReportedProject = NonNullable<ReportedProjectPageResult["reportedProject"]>;

function Facts({ project }: { project: ReportedProject }) {
  const { t, language, imported } = useNames();
  const told = (text: string | null) => text && imported(text);
  const place = [
    project.subdistrict,
    project.district,
    project.province && provinceName(project.province, language),
  ].filter(Boolean);
  const facts = [
    { term: t("reported.facts.number"), value: <code>{project.number}</code> },
    {
      term: t("reported.facts.agency"),
      value: project.agencyName && (
        <Link to={`/reported?agency=${encodeURIComponent(project.agencyName)}`}>
          {imported(project.agencyName)}
        </Link>
      ),
    },
    {
      term: t("reported.facts.subAgency"),
      value: project.subAgency === project.agencyName ? null : told(project.subAgency),
    },
    { term: t("reported.facts.place"), value: told(place.join(" · ")) },
    { term: t("reported.facts.type"), value: told(project.type) },
    { term: t("reported.facts.method"), value: told(project.method) },
    { term: t("reported.facts.year"), value: project.fiscalYear },
    { term: t("reported.facts.announced"), value: project.announcedOn && <Day at={project.announcedOn} /> },
    { term: t("reported.facts.date"), value: project.transactionOn && <Day at={project.transactionOn} /> },
    { term: t("reported.facts.status"), value: told(project.status) },
  ];
  return <SummaryList facts={facts.filter(({ value }) => value)} />;
}

/** Other data sets in use that have the project: what only they say is in no sum. */
function Elsewhere({ project, standing }: { project: ReportedProject; standing: Standing }) {
  const { t, baht } = useNames();
  if (project.elsewhere.length === 0) return null;
  return (
    <Notice tone="attention" title={t("reported.elsewhere")}>
      <p>{t("reported.elsewhereText")}</p>
      <ul>
        {project.elsewhere.map(({ reportedId, batchId, contractCount, agreed }) => (
          <li key={reportedId}>
            <Link to={`/reported/${reportedId}`}>
              {t("reported.elsewhereOne", {
                id: batchId,
                count: contractCount,
                agreed: agreed === null ? t("words.notStated") : baht(agreed),
              })}
            </Link>{" "}
            <VerifyReportedRow
              standing={standing}
              subject={t("imports.verifySubject", { id: batchId })}
              id={reportedId}
              row={{ key: project.number, contractCount, agreed }}
            />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function View({ project, data }: { project: ReportedProject; data: ReportedProjectPageResult }) {
  const { t, pick, imported } = useNames();
  const row = {
    key: project.number,
    title: project.title,
    budget: project.budget,
    reference: project.reference,
    agreed: project.agreed,
    contracts: project.contracts.map(({ number, agreed }) => ({ number, agreed })),
  };
  return (
    <>
      {project.newest?.reportedId !== project.reportedId && (
        <Notice
          tone="attention"
          title={t(project.batch.supersededBy === null ? "reported.newer" : "reported.replaced")}
        >
          {project.newest ? (
            <Link to={reportedPath(project)}>{t("reported.newest")}</Link>
          ) : (
            t("reported.leftOut")
          )}
        </Notice>
      )}
      <Elsewhere project={project} standing={data._meta} />
      <Facts project={project} />
      <h2>{t("reported.money")}</h2>
      <Figures>
        <Figure label={t("reported.budget")} satang={project.budget ?? undefined} definition="budget" />
        <Figure
          label={t("reported.reference")}
          satang={project.reference ?? undefined}
          definition="reference"
        />
        <Figure label={t("reported.agreed")} satang={project.agreed ?? undefined} definition="agreed" />
      </Figures>
      <VerifyBatch
        standing={data._meta}
        said={project.batch}
        row={row}
        subject={t("reported.verifySubject", { number: project.number })}
      />
      <p>{t("reported.limits")}</p>
      {project.contracts.length > 0 && <ReportedContracts contracts={project.contracts} />}
      {project.notes.length > 0 && (
        <>
          <h2>{t("reported.notes")}</h2>
          <ul>
            {project.notes.map(({ code, text }) => (
              <li key={code}>{imported(pick(text))}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{t("reported.signals")}</h2>
      <SignalList
        signals={project.redFlags}
        none={t("reported.noSignals")}
        standing={data._meta}
        about={`${project.scheme}:${project.number}`}
      />
      <ReportedProvenance project={project} />
    </>
  );
}

export default function ReportedProjectPage() {
  const { id = "" } = useParams();
  const { t, baht, imported } = useNames();
  const answer = useQuery(ReportedProjectQuery, { id });
  const project = answer.data?.reportedProject;
  if (project === null) return <NotFound what={t("reported.notFound")} />;
  return (
    <Page
      kind={t("reported.kind")}
      title={imported(project?.title ?? project?.number ?? id)}
      description={
        project &&
        t("reported.inShort", {
          number: project.number,
          agency: project.agencyName === null ? t("words.notStated") : imported(project.agencyName),
          budget: project.budget === null ? t("words.notStated") : baht(project.budget),
        })
      }
      crumbs={[{ text: t("reported.title"), to: "/reported" }]}
    >
      <QueryView answer={answer} lines={16}>
        {(data) => data.reportedProject && <View project={data.reportedProject} data={data} />}
      </QueryView>
    </Page>
  );
}
