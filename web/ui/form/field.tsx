import type { ReactNode } from "react";
import { harmless } from "../../i18n/harmless.ts";
import styles from "./form.module.css";

type Props = {
  /** id of the control; hint and error hang on it */
  id: string;
  label: string;
  hint?: string;
  error?: string;
  children: ReactNode;
};

/** Label, hint and error around one control. */
export function Field({ id, label, hint, error, children }: Props) {
  return (
    <div className={`${styles.field} ${error ? styles.wrong : ""}`}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {harmless(error)}
        </p>
      )}
      {children}
    </div>
  );
}

/** What a control says about its hint and error. */
export function describedBy({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  return {
    "aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
    "aria-invalid": error ? (true as const) : undefined,
  };
}
