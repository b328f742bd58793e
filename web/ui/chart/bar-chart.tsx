import { useEffect, useRef, useState } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import styles from "./chart.module.css";
import type { Bar, BarChartData } from "./draw-bars.ts";

export type { Bar, BarChartData };

type State = "waiting" | "drawn" | "failed";

/**
 * Horizontal bars, drawn when they come into view (the library is fetched only then). The picture is for the eye
 * alone: the same figures must stand in a table right below it.
 */
export function BarChart({ data, sentence }: { data: BarChartData; sentence: string }) {
  const { t, language } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>("waiting");

  useEffect(() => {
    const node = box.current;
    if (!node) return;
    let cancelled = false;
    const draw = async () => {
      try {
        const { drawBars } = await import("./draw-bars.ts");
        if (cancelled) return;
        node.replaceChildren(drawBars(data, node.clientWidth, language));
        setState("drawn");
      } catch {
        if (!cancelled) setState("failed");
      }
    };
    const seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        seen.disconnect();
        void draw();
      }
    });
    seen.observe(node);
    const resized = new ResizeObserver(() => {
      if (node.firstChild) void draw();
    });
    resized.observe(node);
    return () => {
      cancelled = true;
      seen.disconnect();
      resized.disconnect();
    };
  }, [data, language]);

  return (
    <figure className={styles.chart}>
      <figcaption>{sentence}</figcaption>
      {state !== "drawn" && (
        <p className={`${styles.note} script-only`}>
          {t(state === "failed" ? "chart.failed" : "chart.loading")}
        </p>
      )}
      <div ref={box} className={styles.picture} aria-hidden="true" />
      <p className={styles.note}>{t("chart.table")}</p>
    </figure>
  );
}
