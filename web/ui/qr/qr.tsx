import { useEffect, useState } from "react";
import { useTexts } from "../../i18n/use-texts.ts";
import styles from "./qr.module.css";

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
    const idle = setTimeout(() => void draw(), 3000);
    window.addEventListener("beforeprint", prepare);
    return () => {
      clearTimeout(idle);
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
