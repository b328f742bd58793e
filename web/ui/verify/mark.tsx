import styles from "./verify.module.css";

export type MarkState = "unchecked" | "checking" | "agrees" | "differs" | "unknown";

const lines: Record<MarkState, string> = {
  unchecked: "",
  checking: "M8 4.5V8l2.5 1.5",
  agrees: "M4.5 8.5l2.4 2.4 4.6-5.4",
  differs: "M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6",
  unknown: "M6.2 6.2a1.9 1.9 0 1 1 2.6 1.8c-.6.3-.8.6-.8 1.2M8 11.3v.3",
};

/** Ring with a sign in it; the word beside it says the same. */
export function Mark({ state }: { state: MarkState }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="18"
      height="18"
      aria-hidden="true"
      focusable="false"
      className={styles[state]}
    >
      <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d={lines[state]} fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  );
}
