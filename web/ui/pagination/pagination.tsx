import { Link, useLocation } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";
import { cursorOf } from "./cursors.ts";
import type { CursorName } from "./cursors.ts";
import styles from "./pagination.module.css";

type Props = {
  shown: number;
  /** null when it was not counted */
  total: number | null;
  hasNext: boolean;
  endCursor: string | null;
  /** name of the cursor in the address, when a page has several lists */
  name?: CursorName;
  /** which list it is, when a page has several; the links then lead to the place of that `name` */
  label?: string;
};

/** Pages by cursor, kept in the address: the next page is a link, the way back is the browser's own. */
export function Pagination({ shown, total, hasNext, endCursor, name = "after", label }: Props) {
  const { t, count } = useTexts();
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  const isFirst = cursorOf(params, name) === null;
  const to = (cursor: string | null) => {
    const next = new URLSearchParams(params);
    if (cursor) next.set(name, cursor);
    else next.delete(name);
    return { pathname, search: next.toString(), hash: label === undefined ? "" : name };
  };
  if (isFirst && !hasNext) return null;
  return (
    <nav
      className={styles.pages}
      aria-label={label ? t("pagination.labelOf", { list: label }) : t("pagination.label")}
    >
      {total !== null && <p>{t("pagination.range", { shown: count(shown), total: count(total) })}</p>}
      {!isFirst && <Link to={to(null)}>{t("pagination.first")}</Link>}
      {hasNext && endCursor && (
        <Link to={to(endCursor)} rel="next" className={styles.next}>
          {t("pagination.next")}
        </Link>
      )}
    </nav>
  );
}
