import { useId, useRef } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../button/button.tsx";
import { Mark } from "./mark.tsx";
import type { MarkState } from "./mark.tsx";
import { VerifyPanel } from "./panel.tsx";
import type { Check } from "./types.ts";
import { useCheck } from "./use-check.ts";
import styles from "./verify.module.css";

type Props = {
  /** what is checked, as a short name */
  subject: string;
  /** keep its identity while the figures stay the same: a new check forgets the old answer */
  check: Check;
  /** only the mark, for tables; the words are there for screen readers */
  compact?: boolean;
};

/** A small mark beside a figure. It opens the check, which runs in the reader's own browser. */
export function Verify({ subject, check, compact }: Props) {
  const { t } = useTexts();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { state, start, stop } = useCheck(check);
  const mark: MarkState = state.kind === "done" ? state.result.kind : state.kind;
  const words = t(`verify.mark.${mark}`);
  return (
    <span className={`${styles.verify} screen-only`}>
      <button
        type="button"
        className={`${styles.mark} ${compact ? styles.compact : ""}`}
        aria-label={t("verify.mark.of", { state: words, subject })}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <Mark state={mark} />
        {!(compact && mark === "unchecked") && <span>{words}</span>}
      </button>
      <dialog ref={dialog} aria-labelledby={title} className={styles.dialog}>
        <div className={styles.head}>
          <h2 id={title}>{t("verify.title", { subject })}</h2>
          <Button kind="plain" onClick={() => dialog.current?.close()}>
            {t("verify.close")}
          </Button>
        </div>
        <VerifyPanel state={state} start={(address) => void start(address)} stop={stop} />
      </dialog>
    </span>
  );
}
