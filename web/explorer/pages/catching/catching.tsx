import { useSearchParams } from "react-router";
import { useTexts } from "../../../i18n/use-texts.ts";
import { Filters } from "../../../ui/form/filters.tsx";
import { SelectField } from "../../../ui/form/select-field.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { Catching } from "./catching.graphql.ts";
import type { CatchingResult } from "./catching.graphql.ts";
import { ChosenLog } from "./chosen-log.tsx";
import { lieKinds } from "./lie-kinds.ts";

const limits = ["never", "false", "two"] as const;

/** Lets the reader lie with a copy of a true log, and shows by which check each lie is seen. */
function TryIt({ data }: { data: CatchingResult }) {
  const { t, pick } = useTexts();
  const [params] = useSearchParams();
  const logs = data.services.nodes.filter(({ size }) => size > 0);
  if (logs.length === 0) return <Empty title={t("catching.none")} />;
  const name = params.get("service") ?? logs[0]!.name;
  return (
    <>
      <Filters key={params.toString()} apply={t("catching.choose")}>
        <SelectField
          id="service"
          name="service"
          label={t("catching.service")}
          defaultValue={name}
          options={logs.map((one) => ({
            value: one.name,
            text: t("catching.option", {
              title: pick({ th: one.titleTh, en: one.titleEn }),
              count: one.size,
            }),
          }))}
        />
      </Filters>
      <ChosenLog key={name} name={name} standing={data._meta} />
    </>
  );
}

export default function CatchingPage() {
  const { t } = useTexts();
  const answer = useQuery(Catching, {});
  return (
    <Page
      title={t("catching.title")}
      description={t("catching.intro")}
      crumbs={[{ text: t("services.title"), to: "/services" }]}
    >
      <p>{t("catching.intro")}</p>
      <h2>{t("catching.try")}</h2>
      <noscript>
        <p>{t("verify.needsScript")}</p>
      </noscript>
      <QueryView answer={answer} lines={8}>
        {(data) => <TryIt data={data} />}
      </QueryView>
      <h2>{t("catching.why")}</h2>
      <dl>
        {lieKinds.map((kind) => (
          <div key={kind}>
            <dt>
              <strong>{t(`catching.kinds.${kind}.title`)}</strong>
            </dt>
            <dd>{t(`catching.whyOf.${kind}`)}</dd>
          </div>
        ))}
      </dl>
      <h2>{t("catching.limits")}</h2>
      <ul>
        {limits.map((key) => (
          <li key={key}>{t(`catching.limitsItems.${key}`)}</li>
        ))}
      </ul>
    </Page>
  );
}
