import { Link } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";
import styles from "./breadcrumbs.module.css";

export type Crumb = { readonly text: string; readonly to?: string };

/** Where the page stands; the home page is added in front, the last crumb is the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTexts();
  const all: Crumb[] = [{ text: t("shell.home"), to: "/" }, ...crumbs];
  return (
    <nav aria-label={t("shell.breadcrumbs")} className={styles.crumbs}>
      <ol>
        {all.map((crumb, index) => (
          <li key={index}>
            {crumb.to && index < all.length - 1 ? (
              <Link to={crumb.to}>{crumb.text}</Link>
            ) : (
              <span aria-current="page">{crumb.text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
