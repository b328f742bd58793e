import { Link, useSearchParams } from "react-router";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import type { Fact } from "../../../ui/summary-list/summary-list.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { ServiceStatus } from "../../log/service-status.tsx";
import { useLogWords } from "../../log/use-log-words.ts";
import { VerifyLogs } from "../../verify/logs/verify-logs.tsx";
import { serviceSaid } from "./said.ts";
import type { Service } from "./service.tsx";
import type { ServicePageResult } from "./service.graphql.ts";

type Props = { service: Service; standing: ServicePageResult["_meta"] };

/** Who answers, how the service stands, and what the reader's own check compares with the ledger. */
export function ServiceFacts({ service, standing }: Props) {
  const { t, pick, agencyName, duration } = useLogWords();
  const [params] = useSearchParams();
  const { agency, size, anchoredAt, seenAt, heartbeatInterval, heartbeatDueAt, closedAt } = service;
  const title = pick({ th: service.titleTh, en: service.titleEn });
  const moment = (at: string | null) => (at === null ? t("services.never") : <Moment at={at} />);
  const facts: (Fact | false)[] = [
    {
      term: t("service.facts.agency"),
      value: <Link to={`/agency/${agency.code}`}>{agencyName(agency)}</Link>,
    },
    {
      term: t("service.facts.state"),
      value: <ServiceStatus service={service} asOf={standing.blockTimestamp} />,
    },
    {
      term: t("service.facts.entries"),
      value: t("service.entries", { count: size }),
    },
    { term: t("service.facts.anchored"), value: moment(anchoredAt) },
    { term: t("service.facts.seen"), value: moment(seenAt) },
    heartbeatInterval > 0 && {
      term: t("service.facts.heartbeat"),
      value: (
        <>
          {duration(heartbeatInterval)}
          {heartbeatDueAt !== null && (
            <>
              {" "}
              ({t("service.facts.due")} <Moment at={heartbeatDueAt} />)
            </>
          )}
        </>
      ),
    },
    { term: t("service.facts.delay"), value: duration(service.maxMergeDelay) },
    { term: t("service.facts.registered"), value: <Moment at={service.registeredAt} /> },
    closedAt !== null && { term: t("service.facts.closed"), value: <Moment at={closedAt} /> },
    { term: t("service.facts.name"), value: <code>{service.name}</code> },
  ];
  return (
    <>
      <SummaryList facts={facts.filter((fact) => fact !== false)} />
      <p>
        {t("logCheck.label")}:{" "}
        <VerifyLogs
          standing={standing}
          subject={t("logCheck.subject", { title })}
          said={serviceSaid(service, standing.blockTimestamp, params.has("anchors"))}
        />
      </p>
    </>
  );
}
