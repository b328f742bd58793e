import { useState } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../button/button.tsx";
import styles from "./copyable.module.css";

/** A code or a fingerprint in full, with a button that copies it. */
export function Copyable({ value, label }: { value: string; label?: string }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <span className={styles.copyable}>
      <code>{value}</code>
      <Button
        kind="plain"
        className="screen-only"
        aria-label={copied ? undefined : (label ?? t("copy.code", { code: value }))}
        onClick={() => void copy()}
        onBlur={() => setCopied(false)}
      >
        {copied ? t("copy.copied") : t("copy.copy")}
      </Button>
      <span role="status" className="visually-hidden">
        {copied ? t("copy.copied") : ""}
      </span>
    </span>
  );
}
