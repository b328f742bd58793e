import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { Link, useSearchParams } from "react-router";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { Timeline } from "../../../ui/timeline/timeline.tsx";
import type { TimelineEntry } from "../../../ui/timeline/timeline.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { registerName } from "../../names/registers.ts";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { Reason } from "./reason.tsx";
import { Refusals } from "./refusals.graphql.ts";
import type { RefusalsResult } from "./refusals.graphql.ts";
import type { Texts } from "../../../i18n/use-texts.ts";
import { actName } from "../../names/acts.ts";
import styles from "./refused.module.css";

type Refusal = RefusalsResult["refusals"]["nodes"][number];

/** What was attempted, in words where the act has a name. */
function attempt(texts: Texts, call: string | null): string {
  const act = actName(texts, call);
  return act ? texts.t("refused.action", { act }) : texts.t("refused.otherAction", { call: call ?? "–" });
}

function useEntries(refusals: readonly Refusal[]): TimelineEntry[] {
  const texts = useNames();
  const { t } = texts;
  return refusals.map(({ txHash, timestamp, contractName, function: call, reason }) => ({
    id: txHash,
    at: timestamp,
    attention: true,
    what: (
      <>
        <p>{attempt(texts, call)}</p>
        <p className={styles.register}>{registerName(t, contractName ?? "")}</p>
        <Reason reason={reason} />
      </>
    ),
    proof: <Link to={`/tx/${txHash}`}>{t("timeline.proof")}</Link>,
  }));
}

function RefusedList({ refusals }: { refusals: RefusalsResult["refusals"] }) {
  const { t } = useNames();
  const { nodes, totalCount, pageInfo } = refusals;
  const entries = useEntries(nodes);
  return (
    <>
      <p role="status">{t("refused.count", { count: totalCount })}</p>
      <Timeline label={t("refused.title")} entries={entries} whole />
      <Pagination
        shown={nodes.length}
        total={totalCount}
        hasNext={pageInfo.hasNextPage}
        endCursor={pageInfo.endCursor}
      />
    </>
  );
}

export default function RefusedPage() {
  const { t } = useNames();
  const [params] = useSearchParams();
  const answer = useQuery(Refusals, { after: cursorOf(params, "after") });
  return (
    <Page title={t("refused.title")} description={t("refused.intro")} crumbs={[]}>
      <p>{t("refused.intro")}</p>
      <QueryView answer={answer} lines={12}>
        {({ refusals }) =>
          refusals.totalCount === 0 ? (
            <Empty title={t("refused.none")} />
          ) : (
            <RefusedList refusals={refusals} />
          )
        }
      </QueryView>
    </Page>
  );
}
