import { Link } from "react-router";
import { useNames } from "../../parts.tsx";
import { VerifySignal } from "../../verify/controls.tsx";
import type { Standing } from "../../verify/ledger.ts";
import styles from "./flags.module.css";
import { Inputs } from "./inputs.tsx";
import type { RulePageResult } from "./rule.graphql.ts";

type Signal = Pick<RulePageResult["redFlags"]["nodes"][number], "id" | "rule" | "subjectKey" | "inputs">;

type Props = {
  signals: readonly Signal[];
  none: string;
  standing: Standing;
  /** `scheme:number` of the reported project that all of them concern */
  about?: string;
};

/** Computed signals with the rule's text and the figures that it used. */
export function SignalList({ signals, none, standing, about }: Props) {
  const { pick } = useNames();
  if (signals.length === 0) return <p>{none}</p>;
  return (
    <ul className={styles.list}>
      {signals.map(({ id, rule, subjectKey, inputs }) => (
        <li key={id}>
          <p>
            <Link to={`/flags/${encodeURIComponent(rule.id)}`}>{pick(rule.title)}</Link>{" "}
            <VerifySignal
              standing={standing}
              subject={pick(rule.title)}
              said={{ rule: rule.id, about: about ?? subjectKey, inputs }}
            />
          </p>
          <p>{pick(rule.text)}</p>
          <Inputs inputs={inputs} />
        </li>
      ))}
    </ul>
  );
}
