import { Suspense, useEffect, useRef } from "react";
import { stepTitle } from "../../../../sdk/log/verify/texts/index.ts";
import { useTexts } from "../../../i18n/use-texts.ts";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { Notice } from "../../../ui/notice/notice.tsx";
import { Loading } from "../../../ui/states/states.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { StepList } from "../../../ui/verify/step-list.tsx";
import { readRecord } from "../../log/record.ts";
import type { ShownRecord } from "../../log/record.ts";
import { ActionSentence } from "../../log/record-reading.tsx";
import type { LieKind, Told } from "../../verify/log/lies.ts";
import { stepsOf } from "../../verify/log/steps.ts";
import styles from "./catching.module.css";

/** Entries as they read, with the bytes that are hashed one click down. */
function Version({ title, records }: { title: string; records: readonly Uint8Array[] }) {
  const { t } = useTexts();
  const texts = records.map((bytes) => new TextDecoder().decode(bytes));
  return (
    <div>
      <h4>{title}</h4>
      {texts.length === 0 && <p>{t("catching.gone")}</p>}
      <Suspense fallback={<Loading lines={2} />}>
        {texts.map((text) => (
          <Entry key={text} record={JSON.parse(text) as ShownRecord} />
        ))}
      </Suspense>
      {texts.length > 0 && (
        <TechnicalDetails>
          <pre>{texts.join("\n")}</pre>
        </TechnicalDetails>
      )}
    </div>
  );
}

function Entry({ record }: { record: ShownRecord }) {
  const { at } = readRecord(record);
  return (
    <p>
      {at && (
        <>
          <Moment at={at} />
          <br />
        </>
      )}
      <ActionSentence record={record} />
    </p>
  );
}

/** What the reader made of the log, which checks do not hold, and why. */
export function Caught({ kind, told }: { kind: LieKind; told: Told }) {
  const { t, language } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { report, before, after } = told;
  const wrong = report.steps.filter(({ outcome }) => outcome === "fails");
  const names = [...new Set(wrong.map((step) => stepTitle(step, language)))].join(", ");
  return (
    <section aria-labelledby="caught">
      <h3 id="caught" ref={heading} tabIndex={-1}>
        {t("catching.result")}
      </h3>
      {report.verdict === "fails" ? (
        <Notice tone="broken" title={t("catching.caught", { steps: names })}>
          <p>{t(`catching.whyOf.${kind}`)}</p>
        </Notice>
      ) : (
        <Notice tone="attention" title={t("catching.notCaught")} />
      )}
      <StepList steps={stepsOf(report, language)} />
      <div className={styles.versions}>
        <Version title={t("catching.before")} records={before} />
        <Version title={t("catching.after")} records={after} />
      </div>
    </section>
  );
}
