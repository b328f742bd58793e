import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../button/button.tsx";
import { Notice } from "../notice/notice.tsx";
import { withoutCursors } from "../pagination/cursors.ts";
import styles from "./states.module.css";

/** Grey bars where text will stand, so that nothing jumps when it comes. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useTexts();
  return (
    <div className={styles.loading}>
      <p role="status" className="visually-hidden">
        {t("states.loading")}
      </p>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.bar} aria-hidden="true" />
      ))}
    </div>
  );
}

type EmptyProps = {
  title?: string;
  /** whether the reader set conditions, so that others may find something */
  filtered?: boolean;
  children?: ReactNode;
};

/** There is no entry, and that is an answer. */
export function Empty({ title, filtered, children }: EmptyProps) {
  const { t } = useTexts();
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title ?? t("states.emptyTitle")}</p>
      {children ?? (filtered && <p>{t("states.emptyText")}</p>)}
    </div>
  );
}

/** What went wrong, in the reader's language, as the API or the SDK explains it. */
export type Problem = { code: string; offline: boolean; what?: string; why?: string; mend?: string };

export function Failed({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const { t } = useTexts();
  return (
    <Notice
      tone="attention"
      role="alert"
      title={problem.what ?? (problem.offline ? t("states.offlineTitle") : t("states.errorTitle"))}
    >
      <p>{problem.why ?? (problem.offline ? t("states.offlineText") : t("states.errorText"))}</p>
      {problem.mend && (
        <p>
          {t("states.mend")}: {problem.mend}
        </p>
      )}
      <p className={styles.code}>{t("states.code", { code: problem.code })}</p>
      {retry && <Button onClick={retry}>{t("states.retry")}</Button>}
    </Notice>
  );
}

/** The address names a place in a list that is none, for instance since it was cut: the reader is led to the beginning. */
export function PlaceLost({ code }: { code: string }) {
  const { t } = useTexts();
  const { pathname, search } = useLocation();
  return (
    <Notice tone="attention" role="alert" title={t("states.placeLostTitle")}>
      <p>{t("states.placeLostText")}</p>
      <p>
        <Link to={{ pathname, search: withoutCursors(search) }}>{t("states.placeLostLink")}</Link>
      </p>
      <p className={styles.code}>{t("states.code", { code })}</p>
    </Notice>
  );
}

/** Old figures are better than none, when they are called old. */
export function Stale({ retry }: { retry: () => void }) {
  const { t } = useTexts();
  return (
    <Notice tone="attention" role="status">
      <p>{t("states.staleText")}</p>
      <Button onClick={retry}>{t("states.retry")}</Button>
    </Notice>
  );
}
