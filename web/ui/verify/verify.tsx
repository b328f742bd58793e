import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../button/button.tsx";
import { useHydrated } from "../use-hydrated.ts";
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
  /** one word beside the mark, for tables; screen readers are told all */
  compact?: boolean;
};

/** A small mark beside a figure. It opens the check, which runs in the reader's own browser. */
export function Verify({ subject, check, compact }: Props) {
  const { t } = useTexts();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isWanted, setWanted] = useState(false);
  const isHydrated = useHydrated();
  const { state, start, stop } = useCheck(check);
  const mark: MarkState = state.kind === "done" ? state.result.kind : state.kind;
  const words = t(`verify.mark.${mark}`);
  const open = () => {
    flushSync(() => setWanted(true));
    dialog.current?.showModal();
  };
  return (
    <span className={`${styles.verify} screen-only`}>
      <button
        type="button"
        disabled={!isHydrated}
        className={`${styles.mark} script-only ${compact ? styles.compact : ""}`}
        aria-label={t("verify.mark.of", { state: words, subject })}
        title={compact ? words : undefined}
        aria-haspopup="dialog"
        onClick={open}
      >
        <Mark state={mark} />
        <span>{compact && mark === "unchecked" ? t("verify.mark.short") : words}</span>
      </button>
      {!compact && (
        <noscript>
          <span className={styles.note}>{t("verify.needsScript")}</span>
        </noscript>
      )}
      {isWanted && (
        <dialog ref={dialog} aria-labelledby={title} className={styles.dialog}>
          <div className={styles.head}>
            <h2 id={title}>{t("verify.title", { subject })}</h2>
            <Button kind="plain" onClick={() => dialog.current?.close()}>
              {t("verify.close")}
            </Button>
          </div>
          <VerifyPanel state={state} start={(address) => void start(address)} stop={stop} />
        </dialog>
      )}
    </span>
  );
}
