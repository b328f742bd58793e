import { Link } from "react-router";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { tones } from "../../names/tones.ts";
import { DocumentLink, useNames } from "../../parts.tsx";
import styles from "./flags.module.css";
import type { RulesResult } from "./rules.graphql.ts";

type Flag = Omit<RulesResult["flags"]["nodes"][number], "agency" | "project"> & {
  readonly project?: RulesResult["flags"]["nodes"][number]["project"];
};

type Rules = readonly { readonly id: string; readonly title: { readonly th: string; readonly en: string } }[];

/** The clock: when it was raised, until when it must be answered, and when it was. */
function Clock({ flag }: { flag: Flag }) {
  const { t, date } = useNames();
  const day = (key: "raised" | "replied" | "missed" | "due", at: string) => (
    <time dateTime={at}>{t(`project.flags.${key}`, { date: date(new Date(at)) })}</time>
  );
  const missed = flag.unanswered || flag.overdue;
  return (
    <p className={styles.clock}>
      {day("raised", flag.raisedAt)} ·{" "}
      {flag.repliedAt ? day("replied", flag.repliedAt) : day(missed ? "missed" : "due", flag.replyDueAt)}
    </p>
  );
}

/** Citizens' flags with the agency's answer beside each. */
export function FlagList({ flags, none, rules }: { flags: readonly Flag[]; none: string; rules: Rules }) {
  const { t, title, pick } = useNames();
  const titles = new Map(rules.map((rule) => [rule.id, pick(rule.title)]));
  if (flags.length === 0) return <p>{none}</p>;
  return (
    <ul className={styles.list}>
      {flags.map((flag) => (
        <li key={flag.flagId}>
          <p>
            <StatusTag tone={flag.unanswered ? "attention" : tones[flag.state]}>
              {t(`words.flagState.${flag.state}`)}
            </StatusTag>{" "}
            {titles.has(flag.rule) ? (
              <Link to={`/flags/${encodeURIComponent(flag.rule)}`}>{titles.get(flag.rule)}</Link>
            ) : (
              t("flags.unknownRule")
            )}
            {flag.project && (
              <>
                {" · "}
                <Link to={`/p/${flag.projectCode}`}>{title(flag.project.title)}</Link>
              </>
            )}
          </p>
          <Clock flag={flag} />
          <p className={styles.papers}>
            <DocumentLink paper={flag.statement} text={t("words.document.statement")} />
            {flag.reply ? (
              <DocumentLink paper={flag.reply} text={t("project.flags.answer")} />
            ) : (
              <span>{t("project.flags.noAnswer")}</span>
            )}
            <DocumentLink paper={flag.reason} text={t("words.document.reason")} />
            <Link to={`/tx/${flag.provenance.txHash}`}>{t("timeline.proof")}</Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
