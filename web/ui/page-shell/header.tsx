import { useId, useState } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";
import { inLanguage } from "../../i18n/languages.ts";
import { useHydrated } from "../use-hydrated.ts";
import { SearchBox } from "./search-box.tsx";
import styles from "./page-shell.module.css";

const links = [
  ["/projects", "projects"],
  ["/services", "services"],
  ["/reported", "reported"],
  ["/compare", "compare"],
  ["/flags", "flags"],
  ["/refused", "refused"],
  ["/integrity", "integrity"],
  ["/about", "about"],
] as const;

/** The main links; on a phone they open below a button. A new page closes them, because it is a new menu. */
function Menu() {
  const { t } = useTexts();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isHydrated = useHydrated();
  return (
    <nav aria-label={t("shell.menu")} className={styles.menu}>
      <button
        type="button"
        disabled={!isHydrated}
        className="script-only"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t("shell.menuButton")}
      </button>
      <ul id={id} className={`menu-list ${isOpen ? styles.open : ""}`}>
        {links.map(([to, key]) => (
          <li key={to}>
            <NavLink to={to}>{t(`shell.nav.${key}`)}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Header() {
  const { t, language } = useTexts();
  const { pathname, search } = useLocation();
  const other = language === "th" ? "en" : "th";
  const isSearching = pathname === "/" || pathname === "/search";
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to="/" className={styles.name}>
          <strong>{t("shell.name")}</strong>
          <span>{t("shell.tagline")}</span>
        </Link>
        {!isSearching && <SearchBox />}
        <a
          href={inLanguage(pathname, other) + search}
          hrefLang={other}
          lang={other}
          className={styles.language}
        >
          {t("shell.otherLanguage")}
        </a>
      </div>
      <Menu key={pathname} />
    </header>
  );
}
