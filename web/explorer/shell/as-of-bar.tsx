import { useContext, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "react-router";
import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../../ui/button/button.tsx";
import { CacheContext, useQuery } from "../data/use-query.ts";
import styles from "./as-of-bar.module.css";
import { State } from "./state.graphql.ts";

const EVERY = 20_000;

/** Whether the page shows imported data only: they are real where everything else is invented for a demonstration. */
const showsReported = ({ pathname, search }: { pathname: string; search: string }) =>
  /^\/(reported|imports)(\/|$)/.test(pathname) ||
  (pathname === "/compare" && new URLSearchParams(search).get("data") === "reported");

/** Says how old the data are and whether they equal the ledger; offers newer data instead of changing what is read. */
export function AsOfBar() {
  const { t, dateTime, count } = useTexts();
  const isReported = showsReported(useLocation());
  const cache = useContext(CacheContext);
  const { data, problem, retry } = useQuery(State, {});
  const [shown, setShown] = useState<number | null>(null);
  const ask = useRef(retry);
  useEffect(() => {
    ask.current = retry;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") ask.current();
    }, EVERY);
    return () => clearInterval(timer);
  }, []);
  const block = data?._meta.block;
  if (block !== undefined && shown === null) setShown(block);

  if (!data) {
    return (
      <div className={styles.bar} role="region" aria-label={t("shell.asOf.label")}>
        <p>{t(problem ? "shell.asOf.unknown" : "shell.asOf.loading")}</p>
      </div>
    );
  }
  const { _meta: meta, journals } = data;
  const differs = meta.halted !== null || journals.some(({ matches }) => matches === false);
  const equal = !differs && journals.length > 0 && journals.every(({ matches }) => matches === true);
  const isNewer = shown !== null && meta.block > shown;
  return (
    <div
      className={`${styles.bar} ${differs ? styles.differs : ""}`}
      role="region"
      aria-label={t("shell.asOf.label")}
    >
      <p>
        {meta.demonstration && (
          <Link to="/about#demonstration" className={styles.demonstration}>
            {t(isReported ? "shell.demonstrationReal" : "shell.demonstration")}
          </Link>
        )}
        <time dateTime={meta.blockTimestamp}>
          {t("shell.asOf.current", { time: dateTime(meta.blockTimestamp) })}
        </time>
        {differs && <strong>{t("shell.asOf.differs")}</strong>}
        {!differs && meta.lag > 0 && <span>{t("shell.asOf.behind", { count: meta.lag })}</span>}
        {equal && meta.lag === 0 && <span>{t("shell.asOf.same")}</span>}
        {problem && <span>{t("shell.asOf.unknown")}</span>}
        <Link to="/integrity">
          {t("shell.asOf.details")} ({t("shell.asOf.block", { block: count(meta.block) })})
        </Link>
        <span role="status">
          {isNewer && (
            <>
              {t("shell.asOf.newer")}{" "}
              <Button
                kind="plain"
                onClick={() => {
                  setShown(meta.block);
                  void cache.refresh();
                }}
              >
                {t("shell.asOf.refresh")}
              </Button>
            </>
          )}
        </span>
      </p>
    </div>
  );
}
