import type { ReactNode } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import type { Instant } from "../../i18n/use-texts.ts";
import { Disclosure } from "../disclosure/disclosure.tsx";
import styles from "./timeline.module.css";

export type TimelineEntry = {
  readonly id: string;
  readonly at: Instant;
  readonly what: ReactNode;
  /** who signed, in words */
  readonly who?: string;
  /** link to the record, link to the document */
  readonly proof?: ReactNode;
  readonly attention?: boolean;
};

/** Newest entries that are shown at once; the others are one click down. */
const SHOWN = 12;

function Entries({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) {
  const { t, dateTime } = useTexts();
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map(({ id, at, what, who, proof, attention }) => (
        <li key={id} className={attention ? styles.attention : undefined}>
          <p className={styles.when}>
            <time dateTime={new Date(typeof at === "number" ? at * 1000 : at).toISOString()}>
              {dateTime(at)}
            </time>
          </p>
          <div className={styles.what}>{what}</div>
          {(who || proof) && (
            <p className={styles.proof}>
              {who && <span>{t("timeline.signedBy", { who })}</span>}
              {proof}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What happened, who signed, and where it is proven; in the order given. `whole`: nothing is put away. */
export function Timeline({
  entries,
  label,
  whole,
}: {
  entries: readonly TimelineEntry[];
  label: string;
  whole?: boolean;
}) {
  const { t } = useTexts();
  if (entries.length === 0) return <p>{t("timeline.empty")}</p>;
  const earlier = whole || entries.length <= SHOWN + 3 ? [] : entries.slice(SHOWN);
  const summary = t("timeline.earlier", { count: earlier.length });
  return (
    <>
      <Entries entries={entries.slice(0, entries.length - earlier.length)} label={label} />
      {earlier.length > 0 && (
        <Disclosure summary={summary}>
          <Entries entries={earlier} label={summary} />
        </Disclosure>
      )}
    </>
  );
}
