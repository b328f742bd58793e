import { Link } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";

type Named = { readonly name: string; readonly titleTh: string; readonly titleEn: string };

/** Which service is meant, with a link to its page; its own name where this ledger does not know it. */
export function ServiceLine({ name, services }: { name: string; services: readonly Named[] }) {
  const { t, pick } = useTexts();
  const known = services.find((one) => one.name === name);
  if (!known) return <p>{t("receipt.unknownService", { name })}</p>;
  return (
    <p>
      {t("action.service")}:{" "}
      <Link to={`/services/${name}`}>{pick({ th: known.titleTh, en: known.titleEn })}</Link>
    </p>
  );
}
