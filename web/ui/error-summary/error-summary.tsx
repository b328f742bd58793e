import { useEffect, useRef } from "react";
import { harmless } from "../../i18n/harmless.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import styles from "./error-summary.module.css";

export type FieldProblem = { readonly field: string; readonly text: string };

/** Stands at the top of a form, takes the focus, and links to each field. */
export function ErrorSummary({ problems }: { problems: readonly FieldProblem[] }) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      className={styles.summary}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{t("form.errorsTitle")}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {harmless(text)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
