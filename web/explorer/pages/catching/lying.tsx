import { useState } from "react";
import type { FormEvent } from "react";
import { useTexts } from "../../../i18n/use-texts.ts";
import { Button } from "../../../ui/button/button.tsx";
import { SelectField } from "../../../ui/form/select-field.tsx";
import { typeOf, useCatalogue } from "../../names/catalogue.ts";
import type { LogCopy } from "../../verify/log/log-copy.ts";
import type { LieKind, Told } from "../../verify/log/lies.ts";
import { lieKinds, mayRewrite } from "./lie-kinds.ts";
import { Caught } from "./caught.tsx";
import styles from "./catching.module.css";

/** First entries are of no more use than last ones, and a list of them all cannot be looked through. */
const OFFERED = 20;

/** Which lie, about which entry, how thoroughly; then what the verifier says of it. */
export function Lying({ copy }: { copy: LogCopy }) {
  const { t, pick, count } = useTexts();
  const [kind, setKind] = useState<LieKind>("change");
  const [told, setTold] = useState<{ kind: LieKind; lie: Told } | null>(null);
  const { entries, place } = copy;
  const known = useCatalogue(copy.manifest.service);
  const choices = (type: string, member: string) => {
    const field = typeOf(known, type)?.fields[member];
    return field?.schema["type"] === "string" && field.values ? Object.keys(field.values) : undefined;
  };
  const first = Math.max(0, entries.length - OFFERED);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTold(null);
    const values = new FormData(event.currentTarget);
    const { lie } = await import("../../verify/log/lies.ts");
    const result = await lie(copy, kind, {
      at: Number(values.get("entry") ?? first),
      rewritesRoot: values.get("rewrite") === "on",
      choices,
    });
    setTold({ kind, lie: result });
  };
  const nameOf = (bytes: Uint8Array) => {
    const { type } = JSON.parse(new TextDecoder().decode(bytes)) as { type: string };
    const words = typeOf(known, type);
    return words ? pick(words.title) : type;
  };
  return (
    <>
      <form onSubmit={(event) => void submit(event)} aria-label={t("catching.lie")}>
        <fieldset className={styles.kinds}>
          <legend>
            <h3>{t("catching.lie")}</h3>
          </legend>
          {lieKinds.map((one) => (
            <p key={one} className={styles.kind}>
              <input
                type="radio"
                id={`lie-${one}`}
                name="kind"
                value={one}
                checked={kind === one}
                disabled={one === "reorder" && entries.length < 2}
                onChange={() => setKind(one)}
                aria-describedby={`lie-${one}-text`}
              />
              <label htmlFor={`lie-${one}`}>{t(`catching.kinds.${one}.title`)}</label>
              <span id={`lie-${one}-text`} className={styles.text}>
                {t(`catching.kinds.${one}.text`)}
              </span>
            </p>
          ))}
        </fieldset>
        {kind !== "shorten" && (
          <SelectField
            id="entry"
            name="entry"
            label={t("catching.entry")}
            options={entries.slice(first).map((bytes, index) => ({
              value: String(first + index),
              text: t("catching.entryOption", {
                index: count(place * 256 + first + index),
                type: nameOf(bytes),
              }),
            }))}
          />
        )}
        {mayRewrite(kind) && (
          <p className={styles.kind}>
            <input type="checkbox" id="rewrite" name="rewrite" />
            <label htmlFor="rewrite">{t("catching.rewrite")}</label>
          </p>
        )}
        <Button kind="primary" type="submit">
          {t("catching.tell")}
        </Button>
      </form>
      {told && <Caught kind={told.kind} told={told.lie} />}
    </>
  );
}
