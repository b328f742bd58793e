import { ruleValue } from "../../names/rule-value.ts";
import { useNames } from "../../parts.tsx";
import styles from "./flags.module.css";
import type { RulePageResult } from "./rule.graphql.ts";

type Input = RulePageResult["redFlags"]["nodes"][number]["inputs"][number];

/** The figures that a rule looked at. */
export function Inputs({ inputs }: { inputs: readonly Input[] }) {
  const texts = useNames();
  const show = ruleValue(texts);
  return (
    <dl className={styles.inputs}>
      {inputs.map(({ name, label, value, unit }) => (
        <div key={name}>
          <dt>{texts.pick(label)}:</dt>
          <dd>{show(value, unit)}</dd>
        </div>
      ))}
    </dl>
  );
}
