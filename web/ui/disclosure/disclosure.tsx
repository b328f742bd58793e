import type { ReactNode } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import styles from "./disclosure.module.css";

/** Something one click down, as the browser itself offers it. */
export function Disclosure({
  summary,
  children,
  open,
}: {
  summary: string;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details className={styles.details} open={open}>
      <summary>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}

/** The place for exact technical words: block, hash, contract, event. */
export function TechnicalDetails({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  return <Disclosure summary={t("details.technical")}>{children}</Disclosure>;
}
