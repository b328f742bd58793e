import { useTexts } from "../../../i18n/use-texts.ts";
import { ChainAddressForm } from "../../../ui/verify/chain-address-form.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { Integrity } from "../integrity/integrity.graphql.ts";
import { Journals } from "../integrity/journals.tsx";

/** Whole registers checked by the reader, from a holder of copies that the reader chooses. */
export default function VerifyPage() {
  const { t } = useTexts();
  const answer = useQuery(Integrity, {});
  return (
    <Page title={t("verifyPage.title")} crumbs={[]}>
      <p>{t("verifyPage.intro")}</p>
      <h2>{t("verify.source.title")}</h2>
      <ChainAddressForm id="ledger-address" />
      <h2>{t("verifyPage.registers")}</h2>
      <QueryView answer={answer} lines={10}>
        {({ journals, _meta }) => (
          <Journals journals={journals} standing={_meta} caption={t("verifyPage.registers")} />
        )}
      </QueryView>
      <p>{t("verifyPage.proves")}</p>
      <h2>{t("verifyPage.evidence")}</h2>
      <p>{t("verifyPage.evidenceText")}</p>
    </Page>
  );
}
