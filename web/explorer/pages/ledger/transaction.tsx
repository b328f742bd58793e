import { Link, useParams } from "react-router";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { Notice } from "../../../ui/notice/notice.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Timeline } from "../../../ui/timeline/timeline.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { registerName } from "../../names/registers.ts";
import { NotFound } from "../../not-found.tsx";
import { Page } from "../../page.tsx";
import { useNames, useTimeline } from "../../parts.tsx";
import { Reason } from "../refused/reason.tsx";
import { TransactionPage as TransactionQuery } from "./transaction.graphql.ts";
import type { TransactionPageResult } from "./transaction.graphql.ts";
import { Values } from "./values.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { actName } from "../../names/acts.ts";

type Transaction = NonNullable<TransactionPageResult["transaction"]>;

function TransactionView({ transaction }: { transaction: Transaction }) {
  const texts = useNames();
  const { t, count } = texts;
  const act = actName(texts, transaction.function);
  const { succeeded, block, timestamp, contractName, events, refusal } = transaction;
  const timeline = useTimeline(events).map((entry) => ({ ...entry, proof: undefined }));
  return (
    <>
      <p>{t("ledger.tx.explain")}</p>
      <SummaryList
        facts={[
          {
            term: t("ledger.tx.result"),
            value: (
              <StatusTag tone={succeeded ? "done" : "broken"}>
                {t(succeeded ? "ledger.tx.accepted" : "ledger.tx.refused")}
              </StatusTag>
            ),
          },
          ...(act ? [{ term: t("ledger.tx.act"), value: act }] : []),
          { term: t("ledger.tx.at"), value: <Moment at={timestamp} /> },
          {
            term: t("ledger.tx.block"),
            value: <Link to={`/block/${block}`}>{count(block)}</Link>,
          },
          ...(contractName ? [{ term: t("ledger.tx.register"), value: registerName(t, contractName) }] : []),
        ]}
      />
      {!succeeded && (
        <Notice tone="broken" title={t("ledger.tx.why")}>
          <Reason reason={refusal?.reason ?? null} />
        </Notice>
      )}
      {events.length > 0 && (
        <>
          <h2>{t("ledger.tx.events")}</h2>
          <Timeline label={t("ledger.tx.events")} entries={timeline} />
        </>
      )}
      <TechnicalDetails>
        <SummaryList
          facts={[
            { term: t("ledger.tx.hash"), value: <code>{transaction.hash}</code> },
            { term: t("ledger.tx.from"), value: <code>{transaction.from}</code> },
            ...(transaction.to ? [{ term: t("ledger.tx.to"), value: <code>{transaction.to}</code> }] : []),
            ...(transaction.function
              ? [{ term: t("ledger.tx.call"), value: <code>{transaction.function}</code> }]
              : []),
            { term: t("ledger.tx.input"), value: <code>{transaction.input}</code> },
          ]}
        />
        {transaction.args.length > 0 && <Values caption={t("ledger.tx.args")} args={transaction.args} />}
        {events.map(({ cursor, name, args }) => (
          <Values key={cursor} caption={t("ledger.tx.eventArgs", { name })} args={args} />
        ))}
      </TechnicalDetails>
    </>
  );
}

export default function TransactionPage() {
  const { hash = "" } = useParams();
  const { t } = useNames();
  const isHash = /^0x[0-9a-fA-F]{64}$/.test(hash);
  const answer = useQuery(TransactionQuery, { hash: isHash ? hash.toLowerCase() : `0x${"0".repeat(64)}` });
  const transaction = answer.data?.transaction;
  if (!isHash || transaction === null) return <NotFound what={t("ledger.tx.notFound")} />;
  const title = transaction && !transaction.succeeded ? "ledger.tx.refused" : "ledger.tx.accepted";
  return (
    <Page
      title={transaction ? t(title) : t("ledger.tx.kind")}
      description={t("ledger.tx.explain")}
      crumbs={[{ text: t("integrity.title"), to: "/integrity" }]}
    >
      <QueryView answer={answer}>
        {(data) => data.transaction && <TransactionView transaction={data.transaction} />}
      </QueryView>
    </Page>
  );
}
