import { Link } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";

/** Ways by which a reader checks logs without believing this website. */
export function Ways() {
  const { t } = useTexts();
  return (
    <>
      <h2>{t("services.ways")}</h2>
      <ul>
        <li>
          <Link to="/check-receipt">{t("services.toReceipt")}</Link>
        </li>
        <li>
          <Link to="/catch-us">{t("services.toCatch")}</Link>
        </li>
        <li>
          <Link to="/witnesses">{t("services.toWitnesses")}</Link>
        </li>
      </ul>
    </>
  );
}
