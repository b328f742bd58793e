import { useTexts } from "../i18n/use-texts.ts";
import { SearchBox } from "../ui/page-shell/search-box.tsx";
import { Page } from "./page.tsx";

/** There is no such page, or no such thing; `what` says which. */
export function NotFound({ what }: { what?: string }) {
  const { t } = useTexts();
  return (
    <Page title={what ?? t("states.notFoundTitle")} missing>
      <p>{t("states.notFoundText")}</p>
      <SearchBox large />
    </Page>
  );
}
