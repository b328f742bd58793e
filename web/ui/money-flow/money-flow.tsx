import type { ReactNode } from "react";
import { formatBahtNumber } from "../../../sdk/money.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import styles from "./money-flow.module.css";

/** Sums in satang, as the API gives them. `returned` is taken off what was paid. */
export type Flow = {
  readonly appropriated: string;
  readonly allotted: string;
  readonly committed: string;
  readonly requested?: string;
  readonly paid: string;
  readonly returned: string;
};

const stages = ["appropriated", "allotted", "committed", "requested", "paid"] as const;

/** Hundredths of a percent, rounded down, so that nothing is shown as complete which is not. */
const basisPoints = (part: bigint, whole: bigint) => (whole === 0n ? 0 : Number((part * 10_000n) / whole));

/** Money from appropriation to payment: one picture that is a table as well. */
export function MoneyFlow({
  flow,
  caption,
  children,
}: {
  flow: Flow;
  caption?: string;
  children?: ReactNode;
}) {
  const { t, percent } = useTexts();
  const satang = {
    appropriated: BigInt(flow.appropriated),
    allotted: BigInt(flow.allotted),
    committed: BigInt(flow.committed),
    requested: flow.requested === undefined ? null : BigInt(flow.requested),
    paid: BigInt(flow.paid) - BigInt(flow.returned),
  };
  const whole = satang.appropriated;
  const ofHundred = (part: bigint) => Math.floor(basisPoints(part, whole) / 100);
  return (
    <figure className={styles.flow}>
      <p className={styles.sentence}>
        {whole === 0n
          ? t("flow.explainNothing")
          : t("flow.explain", {
              allotted: ofHundred(satang.allotted),
              committed: ofHundred(satang.committed),
              paid: ofHundred(satang.paid),
            })}
      </p>
      <table className={styles.table}>
        <caption>{caption ?? t("flow.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("flow.stage")}</th>
            <th scope="col" className={styles.amount}>
              {t("flow.amount")}
            </th>
            <th scope="col">{t("flow.share")}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => {
            const amount = satang[stage];
            if (amount === null || (stage === "requested" && amount === 0n)) return null;
            const share = basisPoints(amount, whole);
            return (
              <tr key={stage}>
                <th scope="row">{t(`flow.${stage}`)}</th>
                <td className={styles.amount}>{formatBahtNumber(amount)}</td>
                <td className={styles.share}>
                  <svg width="100%" height="20" aria-hidden="true" focusable="false" className={styles.bar}>
                    <rect width="100%" height="20" className={styles.empty} />
                    <rect width={`${Math.min(share, 10_000) / 100}%`} height="20" className={styles[stage]} />
                  </svg>
                  <span>{percent(share / 10_000)}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {children && <figcaption>{children}</figcaption>}
    </figure>
  );
}
