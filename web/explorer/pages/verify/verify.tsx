import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useTexts } from "../../../i18n/use-texts.ts";
import { Filters } from "../../../ui/form/filters.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { ChainAddressForm } from "../../../ui/verify/chain-address-form.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { Integrity } from "../integrity/integrity.graphql.ts";
import { FoundProject, FoundReported } from "./found.tsx";
import { readCode } from "./read-code.ts";
import { Registers } from "./registers.tsx";

const steps = ["ask", "compare", "say"] as const;

/** Checks one project by its code, from wherever the reader has it: a sign, a letter, a newspaper. */
function CodeCheck() {
  const { t, language } = useTexts();
  const [params] = useSearchParams();
  const input = params.get("code") ?? "";
  const typed = useMemo(() => readCode(input), [input]);
  const problems = useMemo(() => {
    if (typed.kind !== "unreadable") return [];
    const { what, mend } = typed.problem.explain(language);
    return [{ field: "code", text: `${what} ${mend}` }];
  }, [typed, language]);
  return (
    <>
      <Filters key={input} problems={problems} apply={t("verifyPage.find")}>
        <TextField
          id="code"
          name="code"
          label={t("verifyPage.code")}
          hint={t("verifyPage.codeHint")}
          error={problems[0]?.text}
          defaultValue={input}
          autoComplete="off"
        />
      </Filters>
      {typed.kind === "project" && <FoundProject code={typed.code} />}
      {typed.kind === "reported" && <FoundReported id={typed.id} />}
    </>
  );
}

/** What the check is, one project by its code, and whole registers, from a holder of copies that the reader chooses. */
export default function VerifyPage() {
  const { t } = useTexts();
  const answer = useQuery(Integrity, {});
  return (
    <Page title={t("verifyPage.title")} description={t("verifyPage.intro")} crumbs={[]}>
      <p>{t("verifyPage.intro")}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`verifyPage.steps.${step}`)}</li>
        ))}
      </ol>
      <h2>{t("verifyPage.byCode")}</h2>
      <CodeCheck />
      <h2>{t("verifyPage.registers")}</h2>
      <p>{t("verifyPage.registersText")}</p>
      <QueryView answer={answer} lines={10}>
        {({ journals, _meta }) => <Registers journals={journals} standing={_meta} />}
      </QueryView>
      <p>{t("verifyPage.proves")}</p>
      <h2>{t("verify.source.title")}</h2>
      <noscript>
        <p>{t("verify.needsScript")}</p>
      </noscript>
      <ChainAddressForm id="ledger-address" />
      <h2>{t("verifyPage.evidence")}</h2>
      <p>{t("verifyPage.evidenceText")}</p>
    </Page>
  );
}
