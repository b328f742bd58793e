import { useEffect, useState } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import styles from "./qr.module.css";

/** Runs `work` when the browser is idle, after a second at the latest; answers how to call it off. */
function whenIdle(work: () => void): () => void {
  // Safari has no idle callback.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, 300);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: 1_000 });
  return () => cancelIdleCallback(handle);
}

/** Path of a QR code, drawn when the page is about to be printed. */
export function PrintFoot({ address }: { address: string }) {
  const { t, dateTime } = useTexts();
  const [code, setCode] = useState<{ path: string; size: number } | null>(null);
  // Who draws the page does not know when it will be printed.
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    const draw = async () => {
      const { qrPath } = await import("./qr-path.ts");
      setCode(qrPath(address));
    };
    const prepare = () => setNow(new Date());
    // A print cannot be kept waiting for the code: it is drawn as soon as the page has nothing more urgent to do.
    const forget = whenIdle(() => void draw());
    window.addEventListener("beforeprint", prepare);
    return () => {
      forget();
      window.removeEventListener("beforeprint", prepare);
    };
  }, [address]);
  return (
    <div className={`print-only ${styles.foot}`}>
      {code && (
        <svg
          viewBox={`0 0 ${code.size} ${code.size}`}
          width="112"
          height="112"
          role="img"
          aria-label={t("shell.print.qr")}
        >
          <rect width={code.size} height={code.size} fill="#fff" />
          <path d={code.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
      )}
      <p>
        {t("shell.print.permalink")}: {address}
        {now && (
          <>
            <br />
            {t("shell.print.printed", { time: dateTime(now) })}
          </>
        )}
      </p>
    </div>
  );
}
