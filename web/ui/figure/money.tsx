import { useTexts } from "../../i18n/use-texts.ts";

/** An exact amount with its unit, never broken across lines. `satang` as the API gives it. */
export function Money({ satang }: { satang: string | bigint | null }) {
  const { t, baht } = useTexts();
  if (satang === null) return <>{t("figure.none")}</>;
  return <data value={String(satang)}>{baht(satang).replace(" ", "\u00A0")}</data>;
}
