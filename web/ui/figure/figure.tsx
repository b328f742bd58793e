import type { ReactNode } from "react";
import { Link } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";
import type { Instant } from "../../i18n/use-texts.ts";
import styles from "./figure.module.css";

type Props = {
  label: string;
  /** satang */
  satang?: string;
  /** a number of things, with its unit in words */
  amount?: string;
  asOf?: Instant | null;
  source?: ReactNode;
  /** anchor on the page of definitions, e.g. `appropriated` */
  definition?: string;
  /** the verify control */
  children?: ReactNode;
};

/** A key figure that can stand alone: unit, exact value, moment, source, meaning, and its check. */
export function Figure({ label, satang, amount, asOf, source, definition, children }: Props) {
  const { t, baht, millions, dateTime } = useTexts();
  const short = satang === undefined ? (amount ?? t("figure.none")) : millions(satang);
  const exact = satang === undefined ? null : baht(satang);
  return (
    <div className={styles.figure}>
      <p className={styles.label}>{label}</p>
      <p className={styles.value}>{short.replace(" ", "\u00A0")}</p>
      {exact && exact !== short && <p className={styles.note}>{t("figure.exact", { amount: exact })}</p>}
      {asOf && <p className={styles.note}>{t("figure.asOf", { time: dateTime(asOf) })}</p>}
      {source && <p className={styles.note}>{source}</p>}
      {definition && (
        <p className={styles.note}>
          <Link to={`/about#${definition}`}>{t("figure.definition")}</Link>
        </p>
      )}
      {children}
    </div>
  );
}

/** Figures side by side, under one another on a phone. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className={styles.figures}>{children}</div>;
}
