import { Link } from "react-router";
import { registerName } from "../../names/registers.ts";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { Notice } from "../../../ui/notice/notice.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { Contracts } from "./contracts.tsx";
import { Integrity } from "./integrity.graphql.ts";
import type { IntegrityResult } from "./integrity.graphql.ts";
import { Journals } from "./journals.tsx";
import { Moment } from "../../../ui/time/time.tsx";

/** The verdict in one sentence; red only when something really differs. */
function Verdict({ data }: { data: IntegrityResult }) {
  const { t } = useNames();
  const { _meta: meta, journals } = data;
  if (meta.halted !== null)
    return <Notice tone="broken" title={t("integrity.halted", { why: meta.halted })} />;
  if (journals.some(({ matches }) => matches === false))
    return <Notice tone="broken" title={t("integrity.notAll")} />;
  if (journals.some(({ matches }) => matches === null))
    return <Notice tone="attention" title={t("integrity.unknown")} />;
  return <Notice title={t("integrity.allMatch")} />;
}

export default function IntegrityPage() {
  const { t, count } = useNames();
  const answer = useQuery(Integrity, {});
  return (
    <Page title={t("integrity.title")} description={t("integrity.intro")} crumbs={[]}>
      <p>{t("integrity.intro")}</p>
      <QueryView answer={answer} lines={14}>
        {(data) => {
          const { _meta: meta, journals, deployments } = data;
          return (
            <>
              <Verdict data={data} />
              <h2>{t("integrity.state")}</h2>
              <SummaryList
                facts={[
                  {
                    term: t("integrity.block"),
                    value: <Link to={`/block/${meta.block}`}>{count(meta.block)}</Link>,
                  },
                  { term: t("integrity.head"), value: count(meta.head) },
                  { term: t("integrity.lag"), value: t("integrity.lagSets", { count: meta.lag }) },
                  { term: t("integrity.time"), value: <Moment at={meta.blockTimestamp} /> },
                ]}
              />
              <Journals journals={journals} standing={meta} caption={t("integrity.caption")} />
              <p>{t("integrity.command")}</p>
              <TechnicalDetails>
                <SummaryList
                  facts={[
                    { term: t("integrity.chain"), value: <code>{meta.chainId}</code> },
                    { term: t("integrity.deployment"), value: <code>{meta.deployment}</code> },
                    { term: t("ledger.block.hash"), value: <code>{meta.blockHash}</code> },
                    ...journals.map(({ contract, root }) => ({
                      term: registerName(t, contract),
                      value: <code>{root}</code>,
                    })),
                  ]}
                />
                <Contracts deployments={deployments} />
              </TechnicalDetails>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
