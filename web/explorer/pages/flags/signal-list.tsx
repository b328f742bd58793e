import { Link } from "react-router";
import { useNames } from "../../parts.tsx";
import styles from "./flags.module.css";
import { Inputs } from "./inputs.tsx";
import type { RulePageResult } from "./rule.graphql.ts";

type Signal = Pick<RulePageResult["redFlags"]["nodes"][number], "id" | "rule" | "inputs">;

/** Computed signals with the rule's text and the figures that it used. */
export function SignalList({ signals, none }: { signals: readonly Signal[]; none: string }) {
  const { pick } = useNames();
  if (signals.length === 0) return <p>{none}</p>;
  return (
    <ul className={styles.list}>
      {signals.map(({ id, rule, inputs }) => (
        <li key={id}>
          <p>
            <Link to={`/flags/${encodeURIComponent(rule.id)}`}>{pick(rule.title)}</Link>
          </p>
          <p>{pick(rule.text)}</p>
          <Inputs inputs={inputs} />
        </li>
      ))}
    </ul>
  );
}
