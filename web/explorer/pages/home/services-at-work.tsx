import { Link } from "react-router";
import { ActionList } from "../../log/action-list.tsx";
import { useTexts } from "../../../i18n/use-texts.ts";
import type { HomeResult } from "./home.graphql.ts";

/** What public services logged last; nothing as long as no service is on the ledger. */
export function ServicesAtWork({ data }: { data: HomeResult }) {
  const { t, pick } = useTexts();
  const { services, actions } = data;
  if (services.totalCount === 0) return null;
  return (
    <section aria-labelledby="services-at-work">
      <h2 id="services-at-work">{t("home.services")}</h2>
      <p>{t("home.servicesText", { count: services.totalCount })}</p>
      <ActionList
        label={t("home.services")}
        actions={actions.nodes}
        of={({ service }) => pick({ th: service.titleTh, en: service.titleEn })}
      />
      <p>
        <Link to="/services">{t("home.allServices")}</Link> ·{" "}
        <Link to="/check-receipt">{t("services.toReceipt")}</Link>
      </p>
    </section>
  );
}
