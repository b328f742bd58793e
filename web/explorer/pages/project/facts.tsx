import { Link } from "react-router";
import { Copyable } from "../../../ui/copyable/copyable.tsx";
import { Button } from "../../../ui/button/button.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import type { Fact } from "../../../ui/summary-list/summary-list.tsx";
import { provinceName } from "../../../../sdk/provinces.ts";
import { tones } from "../../names/tones.ts";
import { DocumentLink, useNames } from "../../parts.tsx";
import type { Project } from "./project.tsx";
import { Moment } from "../../../ui/time/time.tsx";

const schemes = ["egp", "budget20", "budget16", "emenscr", "ocid"] as const;

/** What the project is: code, agency, state, place, purpose, numbers in other systems. */
export function ProjectFacts({ project }: { project: Project }) {
  const { t, title, agencyName, language } = useNames();
  const { agency, state, province, place, description, brief, references, draftedAt } = project;
  const where = [place, province !== null && provinceName(province, language)].filter(Boolean).join(" · ");
  const schemeName = (scheme: string) => {
    const known = schemes.find((one) => one === scheme);
    return known ? t(`words.scheme.${known}`) : scheme;
  };
  const facts: (Fact | false)[] = [
    { term: t("project.facts.code"), value: <Copyable value={project.code} /> },
    {
      term: t("project.facts.agency"),
      value: <Link to={`/agency/${agency.code}`}>{agencyName(agency)}</Link>,
    },
    { term: t("project.facts.year"), value: project.fiscalYear },
    {
      term: t("project.facts.state"),
      value: <StatusTag tone={tones[state]}>{t(`words.projectState.${state}`)}</StatusTag>,
    },
    where !== "" && { term: t("project.facts.place"), value: where },
    description !== null && { term: t("project.facts.purpose"), value: title(description) },
    { term: t("project.facts.drafted"), value: <Moment at={draftedAt} /> },
    brief !== null && {
      term: t("project.facts.brief"),
      value: <DocumentLink paper={brief} text={t("words.document.brief")} />,
    },
    ...references.map(({ scheme, value }) => ({ term: schemeName(scheme), value: <code>{value}</code> })),
  ];
  return (
    <>
      <SummaryList facts={facts.filter((fact) => fact !== false)} />
      <p className="screen-only">
        <Button onClick={() => window.print()}>{t("shell.print.button")}</Button>
      </p>
    </>
  );
}
