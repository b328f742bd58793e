import { Suspense, useEffect, useMemo, useRef } from "react";
import { harmless } from "../../../i18n/harmless.ts";
import { useTexts } from "../../../i18n/use-texts.ts";
import { Button } from "../../../ui/button/button.tsx";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { Loading } from "../../../ui/states/states.tsx";
import { useChainAddress } from "../../../ui/verify/chain-address.ts";
import { Outcome } from "../../../ui/verify/outcome.tsx";
import { StepList } from "../../../ui/verify/step-list.tsx";
import type { Check } from "../../../ui/verify/types.ts";
import { useCheck } from "../../../ui/verify/use-check.ts";
import { RecordReading } from "../../log/record-reading.tsx";
import { ServiceLine } from "../../log/service-line.tsx";
import type { Told } from "../../verify/log/check-receipt.ts";
import type { FoundReceipt } from "../../verify/log/read-receipt.ts";
import type { CheckReceiptResult } from "./check-receipt.graphql.ts";
import styles from "./receipt.module.css";

type Props = { found: FoundReceipt; told: Told; data: CheckReceiptResult };

/** What the receipt says, and step by step whether it is true. The check begins by itself: the reader asked for it. */
export function ReceiptResult({ found, told, data }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { address } = useChainAddress();
  const heading = useRef<HTMLHeadingElement>(null);
  const { _meta: standing } = data;
  const check = useMemo<Check>(
    () =>
      async function* (asked, signal) {
        const { checkReceipt } = await import("../../verify/log/check-receipt.ts");
        return yield* checkReceipt({ texts, standing, found }, told, [asked, signal]);
      },
    // The language's texts and the page's data stay the same while a receipt is looked at.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [found, texts.language],
  );
  const { state, start } = useCheck(check);
  useEffect(() => {
    heading.current?.focus();
    void start(address);
    // A new address is asked when the reader says so.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [start]);
  const { receipt } = found;
  return (
    <section aria-labelledby="receipt-result">
      <h2 id="receipt-result" ref={heading} tabIndex={-1}>
        {t("receipt.result.title")}
      </h2>
      <div aria-live="polite">
        {state.kind === "done" && <Outcome result={state.result} at={state.at} address={state.address} />}
        {state.kind !== "unchecked" && (
          <>
            <h3>{t("verify.steps")}</h3>
            <StepList steps={state.steps} isRunning={state.kind === "checking"} />
          </>
        )}
      </div>
      {state.kind === "done" && (
        <p>
          <Button onClick={() => void start(address)}>{t("verify.again")}</Button>
        </p>
      )}
      {receipt && (
        <>
          <h3>{t("receipt.says")}</h3>
          <p>{t("receipt.saysText")}</p>
          <ServiceLine name={receipt.service} services={data.services.nodes} />
          {receipt.record && (
            <Suspense fallback={<Loading lines={4} />}>
              <RecordReading record={receipt.record} />
            </Suspense>
          )}
          <TechnicalDetails>
            <pre className={styles.text}>{harmless(JSON.stringify(receipt, null, 2))}</pre>
          </TechnicalDetails>
        </>
      )}
    </section>
  );
}
