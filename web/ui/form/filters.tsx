import type { FormEvent, ReactNode } from "react";
import { useLocation, useSearchParams } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";
import { Button, ButtonLink } from "../button/button.tsx";
import { ErrorSummary } from "../error-summary/error-summary.tsx";
import type { FieldProblem } from "../error-summary/error-summary.tsx";
import styles from "./form.module.css";

type Props = {
  children: ReactNode;
  problems?: readonly FieldProblem[];
  /** Names that survive a new filter, e.g. the order. */
  keep?: readonly string[];
  /** What the button says. */
  apply?: string;
};

/**
 * A form whose state is the address: what is filtered can be linked, and Back undoes it. Without script the browser
 * sends the same form to the same address.
 */
export function Filters({ children, problems = [], keep = [], apply }: Props) {
  const { t } = useTexts();
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string" && value.trim()) next.set(name, value.trim());
    }
    setParams(next, { preventScrollReset: true });
  };
  return (
    <form method="get" className={styles.filters} onSubmit={submit} aria-label={t("form.filters")} noValidate>
      <ErrorSummary problems={problems} />
      <div className={styles.grid}>{children}</div>
      {keep.map(
        (name) =>
          params.has(name) && <input key={name} type="hidden" name={name} value={params.get(name)!} />,
      )}
      <div className={styles.actions}>
        <Button kind="primary" type="submit">
          {apply ?? t("form.apply")}
        </Button>
        <ButtonLink kind="plain" to={pathname} preventScrollReset>
          {t("form.clear")}
        </ButtonLink>
      </div>
    </form>
  );
}
