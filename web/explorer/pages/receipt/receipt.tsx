import { Link } from "react-router";
import { useTexts } from "../../../i18n/use-texts.ts";
import { ChainAddressForm } from "../../../ui/verify/chain-address-form.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { CheckReceipt as CheckReceiptQuery } from "./check-receipt.graphql.ts";
import { ReceiptForm } from "./receipt-form.tsx";

const steps = ["entry", "place", "ledger"] as const;

/** Checks a receipt that somebody holds, on the reader's own device. */
export default function ReceiptPage() {
  const { t } = useTexts();
  const answer = useQuery(CheckReceiptQuery, {});
  return (
    <Page
      title={t("receipt.title")}
      description={t("receipt.intro")}
      crumbs={[{ text: t("services.title"), to: "/services" }]}
    >
      <p>{t("receipt.intro")}</p>
      <h2>{t("receipt.shows")}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`receipt.showsItems.${step}`)}</li>
        ))}
      </ol>
      <p>{t("receipt.cannot")}</p>
      <noscript>
        <p>{t("verify.needsScript")}</p>
      </noscript>
      <QueryView answer={answer} lines={8}>
        {(data) => <ReceiptForm data={data} />}
      </QueryView>
      <h2>{t("verify.source.title")}</h2>
      <ChainAddressForm id="ledger-address" />
      <h2>{t("receipt.where")}</h2>
      <p>{t("receipt.whereText")}</p>
      <p>
        <Link to="/services">{t("receipt.whereLink")}</Link>
      </p>
    </Page>
  );
}
