import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../button/button.tsx";
import { Notice } from "../notice/notice.tsx";
import { saveFile } from "../save-file.ts";
import type { VerifyResult } from "./types.ts";
import styles from "./verify.module.css";

type Props = { result: VerifyResult; at: Date; address: string };

function Evidence({ evidence, at }: { evidence: object; at: Date }) {
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

/** What the check found, in words that are true at every level. */
export function Outcome({ result, at, address }: Props) {
  const { t, dateTime } = useTexts();
  const when = (
    <p className={styles.note}>{t("verify.agreesWhen", { time: dateTime(at), source: address })}</p>
  );
  if (result.kind === "agrees") {
    return (
      <Notice title={t("verify.mark.agrees")}>
        <p>{result.text ?? t("verify.agreesText")}</p>
        {when}
        {result.evidence && <Evidence evidence={result.evidence} at={at} />}
      </Notice>
    );
  }
  if (result.kind === "unknown") {
    return (
      <Notice tone="attention" title={t("verify.mark.unknown")}>
        <p>{t("verify.unknownText")}</p>
        <p>
          {t("verify.why")}: {result.why}
        </p>
        {result.mend && <p>{result.mend}</p>}
        {when}
      </Notice>
    );
  }
  return (
    <Notice tone="broken" title={t("verify.mark.differs")}>
      <p>{t("verify.differsText")}</p>
      <table className={styles.differences}>
        <thead>
          <tr>
            <th scope="col">{t("verify.item")}</th>
            <th scope="col">{t("verify.said")}</th>
            <th scope="col">{t("verify.ledger")}</th>
          </tr>
        </thead>
        <tbody>
          {result.rows.map(({ item, said, ledger }) => (
            <tr key={item}>
              <th scope="row">{item}</th>
              <td>{said}</td>
              <td>{ledger}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {when}
      <p className={styles.todo}>{t("verify.todo")}</p>
      <ul>
        <li>{t("verify.todoAgain")}</li>
        <li>{t("verify.todoKeep")}</li>
        <li>{t("verify.todoTell")}</li>
      </ul>
      <Evidence evidence={result.evidence} at={at} />
    </Notice>
  );
}
