import { Link } from "react-router";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { tones } from "../../names/tones.ts";
import { DocumentLink, useNames } from "../../parts.tsx";
import styles from "./flags.module.css";
import type { RulesResult } from "./rules.graphql.ts";

type Flag = Omit<RulesResult["flags"]["nodes"][number], "agency" | "project"> & {
  readonly project?: RulesResult["flags"]["nodes"][number]["project"];
};

type Rules = ReadonlyMap<string, string>;

/** The clock: when it was raised, until when it must be answered, and when it was. */
function Clock({ flag }: { flag: Flag }) {
  const { t, date } = useNames();
  const due = date(new Date(flag.replyDueAt));
  const missed = flag.unanswered || flag.overdue;
  return (
    <p className={styles.clock}>
      {t("project.flags.raised", { date: date(new Date(flag.raisedAt)) })} ·{" "}
      {flag.repliedAt
        ? t("project.flags.replied", { date: date(new Date(flag.repliedAt)) })
        : t(missed ? "project.flags.missed" : "project.flags.due", { date: due })}
    </p>
  );
}

/** Citizens' flags with the agency's answer beside each. */
export function FlagList({ flags, none, rules }: { flags: readonly Flag[]; none: string; rules?: Rules }) {
  const { t, title } = useNames();
  if (flags.length === 0) return <p>{none}</p>;
  return (
    <ul className={styles.list}>
      {flags.map((flag) => (
        <li key={flag.flagId}>
          <p>
            <StatusTag tone={flag.unanswered ? "attention" : tones[flag.state]}>
              {t(`words.flagState.${flag.state}`)}
            </StatusTag>{" "}
            <Link to={`/flags/${encodeURIComponent(flag.rule)}`}>{rules?.get(flag.rule) ?? flag.rule}</Link>
            {flag.project && (
              <>
                {" · "}
                <Link to={`/p/${flag.projectCode}`}>{title(flag.project.title)}</Link>
              </>
            )}
          </p>
          <Clock flag={flag} />
          <p>
            <DocumentLink paper={flag.statement} text={t("words.document.statement")} />{" "}
            {flag.reply ? (
              <DocumentLink paper={flag.reply} text={t("project.flags.answer")} />
            ) : (
              t("project.flags.noAnswer")
            )}{" "}
            <DocumentLink paper={flag.reason} text={t("words.document.reason")} />{" "}
            <Link to={`/tx/${flag.provenance.txHash}`}>{t("timeline.proof")}</Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
