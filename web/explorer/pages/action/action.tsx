import { Link, useParams } from "react-router";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { Notice } from "../../../ui/notice/notice.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { useLogWords } from "../../log/use-log-words.ts";
import { NotFound } from "../../not-found.tsx";
import { Page } from "../../page.tsx";
import { ActionPage as ActionQuery } from "./action.graphql.ts";
import type { ActionPageResult } from "./action.graphql.ts";
import { AnchoredAt } from "./anchored-at.tsx";
import { CheckAction } from "./check-action.tsx";
import { ActionFacts } from "./facts.tsx";
import { OtherEntries } from "./other-entries.tsx";
import { Payload } from "./payload.tsx";
import styles from "./action.module.css";

export type Action = NonNullable<ActionPageResult["action"]>;

/** What the entry says: a sentence, then every property that it has. */
function Said({ action }: { action: Action }) {
  const { t, pick, sentenceOf } = useLogWords();
  const { reading, record } = action;
  return (
    <>
      <h2>{t("action.reading")}</h2>
      <p className={styles.sentence}>{sentenceOf(action)}</p>
      {reading ? (
        <SummaryList
          facts={reading.details.map(({ label, value }) => ({ term: pick(label), value: pick(value) }))}
        />
      ) : (
        <pre className={styles.record}>{JSON.stringify(JSON.parse(record), null, 2)}</pre>
      )}
    </>
  );
}

function ActionView({ action, data }: { action: Action; data: ActionPageResult }) {
  const { t, count } = useLogWords();
  const { supersededBy, serviceName, leaf, record, schema, anchor } = action;
  return (
    <>
      {supersededBy && (
        <Notice tone="attention" title={t("action.supersededBy", { index: count(supersededBy.index) })}>
          <p>
            <Link to={`/services/${serviceName}/${supersededBy.index}`}>{t("action.newer")}</Link>
          </p>
        </Notice>
      )}
      <Said action={action} />
      <ActionFacts action={action} />
      <CheckAction action={action} standing={data._meta} />
      <AnchoredAt action={action} />
      <OtherEntries action={action} />
      <Payload action={action} />
      <TechnicalDetails>
        <SummaryList
          facts={[
            { term: t("action.technical.leaf"), value: <code>{leaf}</code> },
            { term: t("action.technical.root"), value: <code>{anchor.root}</code> },
            {
              term: t("action.technical.schema"),
              value: (
                <a href={`/documents/${schema}`}>
                  <code>{schema}</code>
                </a>
              ),
            },
          ]}
        />
        <p>{t("action.technical.record")}</p>
        <pre className={styles.record}>{record}</pre>
      </TechnicalDetails>
      <p>
        <Link to={`/services/${serviceName}#actions`}>{t("action.all")}</Link>
      </p>
    </>
  );
}

export default function ActionPage() {
  const { name = "", index = "" } = useParams();
  const { t, pick, count, sentenceOf, typeName } = useLogWords();
  const isIndex = /^(?:0|[1-9]\d{0,15})$/.test(index) && Number.isSafeInteger(Number(index));
  const answer = useQuery(ActionQuery, { service: name, index: isIndex ? Number(index) : 0 });
  const action = answer.data?.action;
  if (!isIndex || action === null) return <NotFound what={t("action.notFound", { index, name })} />;
  const crumbs = [
    { text: t("services.title"), to: "/services" },
    {
      text: action ? pick({ th: action.service.titleTh, en: action.service.titleEn }) : name,
      to: `/services/${name}`,
    },
  ];
  return (
    <Page
      kind={t("action.kind")}
      title={action ? t("action.title", { type: typeName(action), index: count(action.index) }) : index}
      description={
        action &&
        t("action.inShort", {
          sentence: sentenceOf(action),
          service: pick({ th: action.service.titleTh, en: action.service.titleEn }),
        })
      }
      crumbs={crumbs}
    >
      <QueryView answer={answer} lines={16}>
        {(data) => data.action && <ActionView action={data.action} data={data} />}
      </QueryView>
    </Page>
  );
}
