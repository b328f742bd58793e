import { Link } from "react-router";
import { Copyable } from "../../../ui/copyable/copyable.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import type { Fact } from "../../../ui/summary-list/summary-list.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { useLogWords } from "../../log/use-log-words.ts";
import type { Action } from "./action.tsx";

/** Who did it, when, in which service, and about whom. */
export function ActionFacts({ action }: { action: Action }) {
  const { t, pick, count, agencyName, actorName } = useLogWords();
  const { service, agency, agencyCode, happenedAt, anchor, subject, submitter, clientSeq, index } = action;
  const facts: Fact[] = [
    {
      term: t("action.service"),
      value: (
        <Link to={`/services/${service.name}`}>{pick({ th: service.titleTh, en: service.titleEn })}</Link>
      ),
    },
    {
      term: t("action.agency"),
      value: agency ? (
        <Link to={`/agency/${agency.code}`}>{agencyName(agency)}</Link>
      ) : (
        t("words.agencyCode", { code: agencyCode })
      ),
    },
    { term: t("action.happened"), value: <Moment at={happenedAt} /> },
    { term: t("action.logged"), value: <Moment at={anchor.provenance.timestamp} /> },
    { term: t("action.actor"), value: actorName(action) },
    {
      term: t("action.subject"),
      value:
        subject === null ? (
          t("action.noSubject")
        ) : (
          <>
            <Copyable value={subject} />
            <br />
            <Link to={`/services/${service.name}?subject=${subject}`}>{t("action.subjectLink")}</Link>
          </>
        ),
    },
    {
      term: t("action.writer"),
      value: t("action.writerText", { submitter, number: count(clientSeq) }),
    },
    { term: t("action.place"), value: t("action.placeText", { index: count(index) }) },
  ];
  return <SummaryList facts={facts} />;
}
