import { useLocation } from "react-router";
import { inLanguage } from "../i18n/languages.ts";
import { useTexts } from "../i18n/use-texts.ts";
import { SearchBox } from "../ui/page-shell/search-box.tsx";
import { Page } from "./page.tsx";

/** A wrong address may be of the wrong language too; said to who reads the other one. */
const forOthers = {
  th: "หน้านี้ไม่มีในระบบ อ่านหน้านี้เป็นภาษาไทย",
  en: "There is no such page. Read this in English.",
} as const;

/** There is no such page, or no such thing; `what` says which. */
export function NotFound({ what }: { what?: string }) {
  const { t, language } = useTexts();
  const { pathname } = useLocation();
  const other = language === "th" ? "en" : "th";
  return (
    <Page title={what ?? t("states.notFoundTitle")} missing>
      <p>{t("states.notFoundText")}</p>
      <SearchBox large />
      <p lang={other}>
        <a href={inLanguage(pathname, other)} hrefLang={other}>
          {forOthers[other]}
        </a>
      </p>
    </Page>
  );
}
