import { Link, useParams } from "react-router";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { Timeline } from "../../../ui/timeline/timeline.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { NotFound } from "../../not-found.tsx";
import { Page } from "../../page.tsx";
import { useNames, useTimeline } from "../../parts.tsx";
import { BlockPage as BlockQuery } from "./block.graphql.ts";
import type { BlockPageResult } from "./block.graphql.ts";
import { Moment } from "../../../ui/time/time.tsx";

type Block = NonNullable<BlockPageResult["block"]>;

function BlockView({ block, newest }: { block: Block; newest: number }) {
  const { t, count } = useNames();
  const timeline = useTimeline(block.events);
  const { number, transactionHashes } = block;
  return (
    <>
      <p>{t("ledger.block.explain")}</p>
      <SummaryList
        facts={[
          { term: t("ledger.block.at"), value: <Moment at={block.timestamp} /> },
          { term: t("ledger.block.count"), value: count(transactionHashes.length) },
        ]}
      />
      <nav aria-label={t("ledger.block.kind")}>
        <p>
          {number > 0 && (
            <Link to={`/block/${number - 1}`} rel="prev">
              {t("ledger.block.previous")}
            </Link>
          )}
          {number > 0 && number < newest && " · "}
          {number < newest && (
            <Link to={`/block/${number + 1}`} rel="next">
              {t("ledger.block.next")}
            </Link>
          )}
        </p>
      </nav>
      <h2>{t("ledger.block.events")}</h2>
      {timeline.length === 0 ? (
        <p>{t("ledger.block.none")}</p>
      ) : (
        <Timeline label={t("ledger.block.events")} entries={timeline} />
      )}
      {transactionHashes.length > 0 && (
        <>
          <h2>{t("ledger.block.records")}</h2>
          <ul>
            {transactionHashes.map((hash) => (
              <li key={hash}>
                <Link to={`/tx/${hash}`}>
                  <code>{hash}</code>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <TechnicalDetails>
        <SummaryList
          facts={[
            { term: t("ledger.block.hash"), value: <code>{block.hash}</code> },
            { term: t("ledger.block.parent"), value: <code>{block.parentHash}</code> },
          ]}
        />
      </TechnicalDetails>
    </>
  );
}

export default function BlockPage() {
  const { number = "" } = useParams();
  const { t, count } = useNames();
  const wanted = /^\d{1,9}$/.test(number) ? Number(number) : -1;
  const isNumber = wanted >= 0;
  const answer = useQuery(BlockQuery, { number: Math.max(wanted, 0) });
  if (!isNumber || answer.data?.block === null)
    return <NotFound what={t("ledger.block.notFound", { number })} />;
  return (
    <Page
      title={t("ledger.block.title", { number: count(wanted) })}
      description={t("ledger.block.explain")}
      crumbs={[{ text: t("integrity.title"), to: "/integrity" }]}
    >
      <QueryView answer={answer}>
        {({ block, _meta }) => block && <BlockView block={block} newest={_meta.block} />}
      </QueryView>
    </Page>
  );
}
