import { useState } from "react";
import type { FormEvent } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../button/button.tsx";
import { TextField } from "../form/text-field.tsx";
import { chooseChainAddress, isChainAddress, useChainAddress } from "./chain-address.ts";
import styles from "./verify.module.css";

/** Lets the reader decide who is asked. */
export function ChainAddressForm({ id }: { id: string }) {
  const { t } = useTexts();
  const { address, isChosen } = useChainAddress();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = (typed ?? address).trim();
    if (!isChainAddress(wanted)) return setError(t("verify.source.invalid"));
    setError(undefined);
    chooseChainAddress(wanted);
  };
  return (
    <form onSubmit={submit} className={`${styles.address} script-only`} noValidate>
      <TextField
        id={id}
        label={t("verify.source.label")}
        hint={t("verify.source.hint")}
        error={error}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={typed ?? address}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">{t("verify.source.use")}</Button>
      {isChosen && (
        <Button
          kind="plain"
          onClick={() => {
            setTyped(null);
            setError(undefined);
            chooseChainAddress("");
          }}
        >
          {t("verify.source.reset")}
        </Button>
      )}
      {!isChosen && address && <p className={styles.note}>{t("verify.source.own")}</p>}
    </form>
  );
}
