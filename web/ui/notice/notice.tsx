import type { ReactNode } from "react";
import styles from "./notice.module.css";

type Props = {
  /** `broken` only for broken proofs and refusals */
  tone?: "plain" | "attention" | "broken";
  title?: string;
  /** `alert` interrupts a screen reader, `status` waits; leave out for text that was there from the start */
  role?: "alert" | "status";
  children?: ReactNode;
};

export function Notice({ tone = "plain", title, role, children }: Props) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={role}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
