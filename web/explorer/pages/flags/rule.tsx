import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { Link, useParams, useSearchParams } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { reportedPath } from "../../names/paths.ts";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { NotFound } from "../../not-found.tsx";
import { Page } from "../../page.tsx";
import { DocumentLink, useNames } from "../../parts.tsx";
import { VerifySignal, VerifySignalCount } from "../../verify/controls.tsx";
import type { Standing } from "../../verify/ledger.ts";
import { ruleValue } from "../../names/rule-value.ts";
import { Inputs } from "./inputs.tsx";
import { RulePage as RuleQuery } from "./rule.graphql.ts";
import type { RulePageResult } from "./rule.graphql.ts";
import { downloads } from "../../data/downloads.ts";

type Finding = RulePageResult["redFlags"]["nodes"][number];

/** Code of the project of the ledger that a finding concerns. */
const projectOf = ({ project, commitment, milestone, disbursement, line }: Finding) =>
  project?.code ?? (commitment ?? milestone ?? disbursement ?? line)?.projectCode;

/** What it is about, as the check finds it: a reported project by its number, else the key of the public API. */
const aboutOf = ({ reportedProject, subjectKey }: Finding) =>
  reportedProject ? `${reportedProject.scheme}:${reportedProject.number}` : subjectKey;

/** What a finding is about, as a link where there is a page for it. */
function Subject({ finding }: { finding: Finding }) {
  const { t, title, imported } = useNames();
  const { project, commitment, milestone, disbursement, line, reportedProject } = finding;
  if (reportedProject) {
    return (
      <>
        <Link to={reportedPath(reportedProject)}>
          {imported(reportedProject.title ?? finding.subjectKey)}
        </Link>
        {reportedProject.agencyName && (
          <>
            <br />
            {imported(reportedProject.agencyName)}
          </>
        )}
      </>
    );
  }
  const code = projectOf(finding);
  const part = commitment
    ? t("flags.contract", { number: commitment.contractNumber })
    : milestone
      ? t("flags.milestone", { id: milestone.milestoneId })
      : disbursement
        ? t("flags.payment", { id: disbursement.disbursementId })
        : line
          ? t("flags.line", { id: line.lineId })
          : null;
  if (!code) return <>{t("flags.agencySubject", { name: finding.subjectKey })}</>;
  return (
    <>
      <Link to={`/p/${code}`}>{project ? title(project.title) : code}</Link> {part}
    </>
  );
}

/** The mark by which a reader computes the finding anew. */
function FindingMark({ finding, standing }: { finding: Finding; standing: Standing }) {
  const { t, pick } = useNames();
  const { rule, reportedProject, subjectKey, inputs } = finding;
  const name = reportedProject?.number ?? subjectKey.replaceAll("|", " · ");
  const project = projectOf(finding);
  return (
    <VerifySignal
      standing={standing}
      subject={t("flags.verify", { rule: pick(rule.title), name })}
      said={{ rule: rule.id, about: aboutOf(finding), inputs, ...(project && { project }) }}
    />
  );
}

function Answers({ finding }: { finding: Finding }) {
  const { t } = useNames();
  const answers = finding.flags.filter(({ reply }) => reply);
  if (answers.length === 0) return <>{t("flags.noAnswer")}</>;
  return answers.map(({ flagId, reply }) => (
    <DocumentLink key={flagId} paper={reply} text={t("flags.answer")} />
  ));
}

export default function RulePage() {
  const { rule: id = "" } = useParams();
  const [params] = useSearchParams();
  const texts = useNames();
  const { t, pick, language } = texts;
  const show = ruleValue(texts);
  const answer = useQuery(RuleQuery, { rule: id, after: cursorOf(params, "after") });
  const standing = answer.data?._meta;
  const rule = answer.data?.redFlagRules.find((one) => one.id === id);
  if ((answer.data && !rule) || answer.problem?.code === "RED_FLAG_RULE_UNKNOWN")
    return <NotFound what={t("flags.notFound")} />;
  const columns: Column<Finding>[] = [
    {
      key: "subject",
      header: t("flags.subject"),
      kind: "text",
      cell: (finding) => (
        <>
          <Subject finding={finding} /> {standing && <FindingMark finding={finding} standing={standing} />}
        </>
      ),
      value: (finding) => finding.reportedProject?.title ?? finding.project?.code ?? finding.subjectKey,
    },
    {
      key: "inputs",
      header: t("flags.inputs"),
      kind: "text",
      cell: (finding) => <Inputs inputs={finding.inputs} />,
      value: ({ inputs }) =>
        inputs.map(({ label, value, unit }) => `${pick(label)}: ${show(value, unit)}`).join("; "),
    },
    { key: "answer", header: t("flags.answer"), cell: (finding) => <Answers finding={finding} /> },
  ];
  return (
    <Page
      kind={t("flags.kind")}
      title={rule ? pick(rule.title) : id}
      description={rule && pick(rule.text)}
      crumbs={[{ text: t("flags.title"), to: "/flags" }]}
    >
      <QueryView answer={answer} lines={14}>
        {({ redFlags, _meta }) =>
          rule && (
            <>
              <h2>{t("flags.text")}</h2>
              <p>{pick(rule.text)}</p>
              <p>{t("flags.intro")}</p>
              <p>
                {t("flags.found", { count: redFlags.totalCount })}{" "}
                <VerifySignalCount
                  standing={_meta}
                  subject={t("flags.verifyFound", { rule: pick(rule.title) })}
                  said={{ rule: id, count: redFlags.totalCount, shown: redFlags.nodes.map(aboutOf) }}
                />
              </p>
              <DataTable
                caption={t("flags.list")}
                columns={columns}
                rows={redFlags.nodes}
                rowKey={(finding) => finding.id}
                downloads={downloads("red-flags", { rule: id }, language)}
              />
              <Pagination
                shown={redFlags.nodes.length}
                total={redFlags.totalCount}
                hasNext={redFlags.pageInfo.hasNextPage}
                endCursor={redFlags.pageInfo.endCursor}
              />
              <p>{t("flags.recompute")}</p>
              <TechnicalDetails>
                <SummaryList
                  facts={[
                    { term: t("flags.rule"), value: <code>{id}</code> },
                    { term: t("flags.version", { version: rule.version }), value: t("flags.parameters") },
                    ...rule.parameters.map(({ name, value, unit }) => ({
                      term: name,
                      value: show(value, unit),
                    })),
                  ]}
                />
              </TechnicalDetails>
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
