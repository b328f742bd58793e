import { Link } from "react-router";
import { Notice } from "../../../ui/notice/notice.tsx";
import { Money } from "../../../ui/figure/money.tsx";
import { VerifyCounts, VerifyRefusals } from "../../verify/controls.tsx";
import { VerifyEntry } from "../../verify/entries.tsx";
import { useNames } from "../../parts.tsx";
import type { HomeResult } from "./home.graphql.ts";

/** Overdue milestones, unanswered flags, refusals: what a reader should look at first. */
export function Attention({ data }: { data: HomeResult }) {
  const { t, title, date } = useNames();
  const due = (at: string) => <time dateTime={at}>{t("home.due", { date: date(new Date(at)) })}</time>;
  const { milestones, flags, refusals } = data;
  return (
    <section aria-labelledby="attention">
      <h2 id="attention">{t("home.attention")}</h2>
      {milestones.totalCount === 0 ? (
        <p>{t("home.overdueNone")}</p>
      ) : (
        <Notice tone="attention" title={t("home.overdue", { count: milestones.totalCount })}>
          <ul>
            {milestones.nodes.map(
              ({ milestoneId, state, amount, dueAt, commitment, projectCode, project }) => (
                <li key={milestoneId}>
                  <Link to={`/p/${projectCode}`}>{title(project.title)}</Link> · <Money satang={amount} />
                  {"\u00A0"}
                  <VerifyEntry
                    standing={data._meta}
                    subject={t("project.milestones.name", { number: milestoneId })}
                    entry="milestone"
                    id={milestoneId}
                    state={state}
                    money={{ amount }}
                    code={projectCode}
                    commitmentId={commitment.commitmentId}
                    dueAt={dueAt}
                  />{" "}
                  · {due(dueAt)}
                </li>
              ),
            )}
          </ul>
          {milestones.totalCount > milestones.nodes.length && (
            <Link to="/flags/milestone-overdue">{t("home.seeAll")}</Link>
          )}
        </Notice>
      )}
      {flags.totalCount === 0 ? (
        <p>{t("home.unansweredNone")}</p>
      ) : (
        <Notice tone="attention" title={t("home.unanswered", { count: flags.totalCount })}>
          <ul>
            {flags.nodes.map(({ flagId, replyDueAt, projectCode, project }) => (
              <li key={flagId}>
                <Link to={`/p/${projectCode}`}>{title(project.title)}</Link> · {due(replyDueAt)}
              </li>
            ))}
          </ul>
          {flags.totalCount > flags.nodes.length && <Link to="/flags">{t("home.seeAll")}</Link>}
        </Notice>
      )}
      <p>
        {t("home.verifyAttention")}:{" "}
        <VerifyCounts
          standing={data._meta}
          subject={t("home.verifyAttention")}
          said={{ overdue: milestones.totalCount, unanswered: flags.totalCount }}
        />
      </p>
      {refusals.totalCount > 0 && (
        <p>
          <Link to="/refused">{t("home.refused", { count: refusals.totalCount })}</Link>{" "}
          <VerifyRefusals subject={t("home.verifyRefused")} />
        </p>
      )}
    </section>
  );
}
