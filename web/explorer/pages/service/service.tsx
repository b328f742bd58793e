import { memo, Suspense } from "react";
import { Link, useParams } from "react-router";
import { Loading } from "../../../ui/states/states.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Ways } from "../../log/ways.tsx";
import { useCatalogue } from "../../names/catalogue.ts";
import { NotFound } from "../../not-found.tsx";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { Actions } from "./actions.tsx";
import { ActionTypes } from "./action-types.tsx";
import { Activity } from "./activity.tsx";
import { Anchors } from "./anchors.tsx";
import { ClosedNotice } from "./closed-notice.tsx";
import { ServiceFacts } from "./facts.tsx";
import { Keys } from "./keys.tsx";
import { OverdueNotice, Promises } from "./promises.tsx";
import { ServicePage as ServiceQuery } from "./service.graphql.ts";
import type { ServicePageResult } from "./service.graphql.ts";

export type Service = NonNullable<ServicePageResult["service"]>;

/** What the public can check with this log, in the words of the catalogue. */
function Purpose({ name }: { name: string }) {
  const { t, pick } = useNames();
  const known = useCatalogue(name);
  return <p>{known ? pick(known.purpose) : t("service.noPurpose")}</p>;
}

/** Remembered, so that what a server drew stays until the words are there. */
const PurposeOf = memo(function PurposeOf({ name }: { name: string }) {
  return (
    <Suspense fallback={<Loading lines={2} />}>
      <Purpose name={name} />
    </Suspense>
  );
});

function ServiceView({ service, data }: { service: Service; data: ServicePageResult }) {
  const { t } = useNames();
  const { name } = service;
  return (
    <>
      <ClosedNotice service={service} asOf={data._meta.blockTimestamp} />
      <OverdueNotice service={service} />
      <h2>{t("service.purpose")}</h2>
      <PurposeOf name={name} />
      <ServiceFacts service={service} standing={data._meta} />
      <Activity service={service} />
      <Actions service={service} />
      <ActionTypes service={service} />
      <Anchors service={service} />
      <Promises service={service} asOf={data._meta.blockTimestamp} />
      <h2>{t("service.download.title")}</h2>
      <p>{t("service.download.text")}</p>
      <p>
        <a href={`/v1/services/${encodeURIComponent(name)}/log.ndjson`} download>
          {t("service.download.link")}
        </a>
      </p>
      <Ways />
      <p>
        <Link to={`/catch-us?service=${encodeURIComponent(name)}`}>{t("service.tryToLie")}</Link>
      </p>
      <Keys service={service} />
    </>
  );
}

export default function ServicePage() {
  const { name = "" } = useParams();
  const { t, pick, agencyName } = useNames();
  const answer = useQuery(ServiceQuery, { name });
  const service = answer.data?.service;
  if (service === null) return <NotFound what={t("service.notFound", { name })} />;
  const title = service ? pick({ th: service.titleTh, en: service.titleEn }) : name;
  return (
    <Page
      kind={t("service.kind")}
      title={title}
      description={
        service &&
        t(service.unread.length > 0 ? "service.inShortUnread" : "service.inShort", {
          title,
          agency: agencyName(service.agency),
          count: service.size,
        })
      }
      crumbs={[{ text: t("services.title"), to: "/services" }]}
    >
      <QueryView answer={answer} lines={20}>
        {(data) => data.service && <ServiceView service={data.service} data={data} />}
      </QueryView>
    </Page>
  );
}
