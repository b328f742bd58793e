import { harmless } from "../../i18n/harmless.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import { Mark } from "./mark.tsx";
import type { MarkState } from "./mark.tsx";
import type { StepOutcome, VerifyStep } from "./types.ts";
import styles from "./verify.module.css";

const marks: Record<StepOutcome, MarkState> = { holds: "agrees", fails: "differs", unknown: "unknown" };

/** What a check did so far, one thing after the other; a step that can come out badly says how it came out. */
export function StepList({ steps, isRunning }: { steps: readonly VerifyStep[]; isRunning?: boolean }) {
  const { t } = useTexts();
  return (
    <ol className={styles.steps}>
      {steps.map(({ text, code, title, outcome }, index) => (
        <li key={index}>
          {outcome && (
            <strong className={styles.stepHead}>
              <Mark state={marks[outcome]} />
              <span>
                {title}: {t(`verify.step.${outcome}`)}
              </span>
            </strong>
          )}
          {harmless(text)}
          {code && outcome === "fails" && ` ${t("states.code", { code })}`}
        </li>
      ))}
      {isRunning && <li className={styles.running}>{t("verify.mark.checking")} …</li>}
    </ol>
  );
}
