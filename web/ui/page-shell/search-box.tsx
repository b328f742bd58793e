import { useId } from "react";
import type { FormEvent } from "react";
import { useHref, useNavigate } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../button/button.tsx";
import styles from "./page-shell.module.css";

/** One field for everything. Without script the browser sends the same form to the same page. */
export function SearchBox({ initial = "", large }: { initial?: string; large?: boolean }) {
  const { t } = useTexts();
  const id = useId();
  const navigate = useNavigate();
  const action = useHref("/search");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get("q") ?? "").trim();
    if (words) void navigate(`/search?q=${encodeURIComponent(words)}`);
  };
  return (
    <form
      role="search"
      aria-label={t(large ? "shell.searchLabel" : "shell.search")}
      action={action}
      method="get"
      onSubmit={submit}
      className={large ? styles.largeSearch : styles.search}
    >
      <label htmlFor={id} className={large ? undefined : "visually-hidden"}>
        {t("shell.searchLabel")}
      </label>
      {large && (
        <p id={`${id}-hint`} className={styles.hint}>
          {t("shell.searchHint")}
        </p>
      )}
      <div className={styles.searchRow}>
        <input
          id={id}
          key={initial}
          name="q"
          type="search"
          defaultValue={initial}
          aria-describedby={large ? `${id}-hint` : undefined}
          placeholder={large ? undefined : t("shell.searchLabel")}
          required
        />
        <Button kind="primary" type="submit">
          {t("shell.search")}
        </Button>
      </div>
    </form>
  );
}
