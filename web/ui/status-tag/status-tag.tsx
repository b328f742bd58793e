import styles from "./status-tag.module.css";

/** `plain` a fact, `done` reached its end, `attention` somebody must act, `broken` a broken proof or a refusal. */
export type Tone = "plain" | "active" | "done" | "attention" | "broken";

/** Lines of the mark per tone: the form says the same as the colour. */
const marks: Record<Tone, string> = {
  plain: "M3 8h10",
  active: "M5 3l7 5-7 5z",
  done: "M3 8.5l3.5 3.5L13 4.5",
  attention: "M8 3v6M8 12v1.4",
  broken: "M4 4l8 8M12 4l-8 8",
};

/** A word with a mark; the colour only repeats what the word says. */
export function StatusTag({ tone = "plain", children }: { tone?: Tone; children: string }) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path d={marks[tone]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      {children}
    </span>
  );
}
