import type { ReactNode } from "react";
import { formatBahtNumber } from "../../../sdk/money.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import { sums } from "./sums.ts";
import type { Flow } from "./sums.ts";
import styles from "./money-flow.module.css";

const stages = ["available", "allotted", "committed", "requested", "paid"] as const;
const changes = ["moved", "carried"] as const;

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
  const satang = sums(flow);
  const whole = satang.available;
  const isChanged = satang.moved !== 0n || satang.carried !== 0n;
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
          {isChanged && (
            <>
              <Plain name={t("flow.approved")} amount={formatBahtNumber(satang.approved)} />
              {changes.map(
                (change) =>
                  satang[change] !== 0n && (
                    <Plain
                      key={change}
                      name={t(`flow.${change}`)}
                      amount={(satang[change] > 0n ? "+" : "") + formatBahtNumber(satang[change])}
                    />
                  ),
              )}
            </>
          )}
          {stages.map((stage) => {
            const amount = satang[stage];
            if (stage === "requested" && amount === 0n) return null;
            const isNet = stage === "allotted" && flow.carriedOut !== "0";
            const share = basisPoints(amount, whole);
            return (
              <tr key={stage}>
                <th scope="row">
                  {isNet
                    ? t("flow.allottedNet")
                    : t(stage === "available" && !isChanged ? "flow.approved" : `flow.${stage}`)}
                </th>
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

/** A row that explains how the whole came about; it has no share of it. */
function Plain({ name, amount }: { name: string; amount: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={styles.amount}>{amount}</td>
      <td className={styles.share} />
    </tr>
  );
}
