import { harmless } from "../../i18n/harmless.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../button/button.tsx";
import { Notice } from "../notice/notice.tsx";
import { saveFile } from "../save-file.ts";
import type { Comparison, VerifyResult } from "./types.ts";
import styles from "./verify.module.css";

type Props = { result: VerifyResult; at: Date; address: string };

/** The button that hands the evidence to the reader. */
export function Evidence({ evidence, at }: { evidence: object; at: Date }) {
  const { t } = useTexts();
  const name = `prongsai-evidence-${at.toISOString().slice(0, 19).replaceAll(":", "")}.json`;
  return (
    <p>
      <Button onClick={() => saveFile(name, `${JSON.stringify(evidence, null, 2)}\n`, "application/json")}>
        {t("verify.evidence")}
      </Button>
    </p>
  );
}

/** What the page says beside what the ledger says. */
function Differences({ rows }: { rows: readonly Comparison[] }) {
  const { t } = useTexts();
  return (
    <table className={styles.differences}>
      <thead>
        <tr>
          <th scope="col">{t("verify.item")}</th>
          <th scope="col">{t("verify.said")}</th>
          <th scope="col">{t("verify.ledger")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, said, ledger }) => (
          <tr key={item}>
            <th scope="row">{item}</th>
            <td>{harmless(said)}</td>
            <td>{harmless(ledger)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was held against the ledger by name, and what was not: nobody should take one for the other. */
function Extent({ compared, left }: { compared?: readonly string[]; left?: string }) {
  const { t } = useTexts();
  return (
    <>
      {compared && compared.length > 0 && (
        <p>
          {t("verify.compared")}: {compared.join(" · ")}
        </p>
      )}
      {left && (
        <p>
          {t("verify.left")}: {left}
        </p>
      )}
    </>
  );
}

/** By what the error can be looked up, where there is one. */
function Code({ code }: { code?: string | undefined }) {
  const { t } = useTexts();
  return code && <p className={styles.note}>{t("states.code", { code })}</p>;
}

/** What the check found, in words that are true at every level. */
export function Outcome({ result, at, address }: Props) {
  const { t, dateTime } = useTexts();
  const when = (
    <p className={styles.note}>
      {result.alone
        ? t("verify.checkedAlone", { time: dateTime(at) })
        : t("verify.agreesWhen", { time: dateTime(at), source: address })}
    </p>
  );
  if (result.kind === "agrees") {
    return (
      <Notice title={result.title ?? t("verify.mark.agrees")}>
        <p>{result.text ?? t("verify.agreesText")}</p>
        <Extent compared={result.compared} left={result.left} />
        {when}
        {result.evidence && <Evidence evidence={result.evidence} at={at} />}
      </Notice>
    );
  }
  if (result.kind === "unknown") {
    return (
      <Notice tone="attention" title={result.title ?? t("verify.mark.unknown")}>
        <p>{result.text ?? t("verify.unknownText")}</p>
        <p>
          {t("verify.why")}: {result.why}
        </p>
        {result.mend && <p>{result.mend}</p>}
        <Code code={result.code} />
        {when}
        {result.evidence && <Evidence evidence={result.evidence} at={at} />}
      </Notice>
    );
  }
  return (
    <Notice tone="broken" title={result.title ?? t("verify.mark.differs")}>
      <p>{result.text ?? t("verify.differsText")}</p>
      <Code code={result.code} />
      {result.rows.length > 0 && <Differences rows={result.rows} />}
      <Extent compared={result.compared} left={result.left} />
      {when}
      <p className={styles.todo}>{t("verify.todo")}</p>
      <ul>
        <li>{t("verify.todoAgain")}</li>
        {result.evidence && <li>{t("verify.todoKeep")}</li>}
        <li>{t(result.evidence ? "verify.todoTellWith" : "verify.todoTell")}</li>
      </ul>
      {result.evidence && <Evidence evidence={result.evidence} at={at} />}
    </Notice>
  );
}
