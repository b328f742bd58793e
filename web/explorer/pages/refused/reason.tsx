import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { useNames } from "../../parts.tsx";
import type { RefusalsResult } from "./refusals.graphql.ts";
import { shortHex } from "../../names/acts.ts";
import styles from "./refused.module.css";

type Refusal = RefusalsResult["refusals"]["nodes"][number];

/** Why the ledger refused: the rule in words, then what should be done, then the exact values. */
export function Reason({ reason }: { reason: Refusal["reason"] | null }) {
  const { t, language } = useNames();
  if (!reason) return <p>{t("refused.unknown")}</p>;
  const { what, why, mend } = reason[language];
  return (
    <div className={styles.reason}>
      <p>{shortHex(`${what} ${why}`)}</p>
      <p>
        <strong>{t("refused.mend")}:</strong> {shortHex(mend)}
      </p>
      <TechnicalDetails>
        <SummaryList
          facts={[
            { term: t("refused.rule"), value: <code>{reason.code}</code> },
            ...reason.args.map(({ name, value }) => ({ term: name, value: <code>{value}</code> })),
          ]}
        />
      </TechnicalDetails>
    </div>
  );
}
