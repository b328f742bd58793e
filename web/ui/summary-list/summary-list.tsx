import type { ReactNode } from "react";
import { harmless } from "../../i18n/harmless.ts";
import styles from "./summary-list.module.css";

export type Fact = { readonly term: string; readonly value: ReactNode };

/** Key facts as term and value. Facts without a value are left out by the caller, never shown empty. */
export function SummaryList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.list}>
      {facts.map(({ term, value }) => (
        <div key={term} className={styles.row}>
          <dt>{harmless(term)}</dt>
          <dd>{typeof value === "string" ? harmless(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}
