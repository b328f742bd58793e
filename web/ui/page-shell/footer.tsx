import { Link } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";
import styles from "./page-shell.module.css";

export function Footer() {
  const { t } = useTexts();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p>{t("shell.footer.statement")}</p>
        <p>{t("shell.footer.limits")}</p>
        <ul className="screen-only">
          <li>
            <Link to="/verify">{t("shell.nav.verify")}</Link>
          </li>
          <li>
            <Link to="/check-receipt">{t("shell.nav.receipt")}</Link>
          </li>
          <li>
            <Link to="/imports">{t("shell.footer.source")}</Link>
          </li>
          <li>
            <a href="/api">{t("shell.footer.data")}</a>
          </li>
          <li>
            <Link to="/about">{t("shell.nav.about")}</Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
