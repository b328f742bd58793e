import { useId } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../button/button.tsx";
import { Disclosure } from "../disclosure/disclosure.tsx";
import { useChainAddress } from "./chain-address.ts";
import { ChainAddressForm } from "./chain-address-form.tsx";
import { Outcome } from "./outcome.tsx";
import { StepList } from "./step-list.tsx";
import type { CheckState } from "./use-check.ts";
import styles from "./verify.module.css";

type Props = { state: CheckState; start: (address: string) => void; stop: () => void };

/** Steps one by one, then what was found; above them what this check is, below them who is asked. */
export function VerifyPanel({ state, start, stop }: Props) {
  const { t } = useTexts();
  const id = useId();
  const { address } = useChainAddress();
  return (
    <>
      <p>{t("verify.intro")}</p>
      {!address && <p>{t("verify.source.missing")}</p>}
      <p>
        {state.kind === "checking" ? (
          <Button onClick={stop}>{t("verify.stop")}</Button>
        ) : (
          <Button kind="primary" disabled={!address} onClick={() => start(address)}>
            {t(state.kind === "done" ? "verify.again" : "verify.start")}
          </Button>
        )}
      </p>
      <div aria-live="polite">
        {state.kind !== "unchecked" && (
          <>
            <p className={styles.todo}>{t("verify.steps")}</p>
            <StepList steps={state.steps} isRunning={state.kind === "checking"} />
          </>
        )}
        {state.kind === "done" && <Outcome result={state.result} at={state.at} address={state.address} />}
      </div>
      <Disclosure summary={t("verify.source.title")} open={!address}>
        <ChainAddressForm id={`${id}-address`} />
      </Disclosure>
    </>
  );
}
