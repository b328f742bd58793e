import type { ReactNode } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import styles from "./page-shell.module.css";

type Props = {
  /** bar that says how old the data are */
  asOf: ReactNode;
  children: ReactNode;
};

/** What stands around every page. */
export function PageShell({ asOf, children }: Props) {
  const { t } = useTexts();
  return (
    <>
      <a href="#main" className={styles.skip}>
        {t("shell.skip")}
      </a>
      <Header />
      {asOf}
      <noscript>
        <p className={styles.inner}>{t("shell.withoutScript")}</p>
      </noscript>
      <main id="main" tabIndex={-1} className={styles.inner}>
        {children}
      </main>
      <Footer />
    </>
  );
}
