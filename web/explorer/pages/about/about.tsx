import { useEffect } from "react";
import { useLocation } from "react-router";
import { useTexts } from "../../../i18n/use-texts.ts";
import { Page } from "../../page.tsx";

const limits = ["road", "money", "price", "reported"] as const;
const terms = [
  "appropriated",
  "allotted",
  "committed",
  "requested",
  "paid",
  "returned",
  "lapsed",
  "budget",
  "reference",
  "agreed",
  "projects",
] as const;

export default function AboutPage() {
  const { t } = useTexts();
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <Page title={t("about.title")} description={t("about.whatText")} crumbs={[]}>
      <h2>{t("about.what")}</h2>
      <p>{t("about.whatText")}</p>
      <h2>{t("about.check")}</h2>
      <p>{t("about.checkText")}</p>
      <h2>{t("about.cannot")}</h2>
      <ul>
        {limits.map((key) => (
          <li key={key}>{t(`about.cannotItems.${key}`)}</li>
        ))}
      </ul>
      <h2>{t("about.definitions")}</h2>
      <dl>
        {terms.map((key) => (
          <div key={key} id={key}>
            <dt>
              <strong>{t(`about.terms.${key}.term`)}</strong>
            </dt>
            <dd>{t(`about.terms.${key}.text`)}</dd>
          </div>
        ))}
      </dl>
      <h2 id="demonstration">{t("about.demonstration")}</h2>
      <p>{t("shell.demonstrationText")}</p>
      <h2>{t("about.privacy")}</h2>
      <p>{t("about.privacyText")}</p>
      <h2>{t("about.data")}</h2>
      <p>{t("about.dataText")}</p>
      <p>
        <a href="/api">{t("about.dataLink")}</a>
      </p>
    </Page>
  );
}
