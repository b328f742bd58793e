import { useEffect, useId, useRef, useState } from "react";
import { useTexts } from "../../../i18n/use-texts.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Field } from "../../../ui/form/field.tsx";
import { useHydrated } from "../../../ui/use-hydrated.ts";
import { qrCodes } from "./codes.ts";
import styles from "./receipt.module.css";

type Problem = keyof typeof qrCodes | null;

/** The reader of codes; larger than the rest of the page, so it comes after it. */
export const loadQrReader = () => import("./qr-reader.ts");

/** Reads a QR code by camera or out of a picture, in every browser alike: few have a decoder of their own. */
export function QrScan({ onText }: { onText: (text: string) => void }) {
  const { t } = useTexts();
  const id = useId();
  const isHydrated = useHydrated();
  const [looking, setLooking] = useState<AbortController | null>(null);
  const [problem, setProblem] = useState<Problem>(null);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => () => looking?.abort(), [looking]);

  const look = async () => {
    const control = new AbortController();
    setLooking(control);
    setProblem(null);
    try {
      const reader = await loadQrReader().catch(() => null);
      if (!reader) setProblem("noReader");
      else onText(await reader.readCamera(video.current!, control.signal));
    } catch {
      if (!control.signal.aborted) setProblem("noCamera");
    }
    setLooking(null);
  };
  const pick = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    const reader = await loadQrReader().catch(() => null);
    if (!reader) return setProblem("noReader");
    try {
      const text = await reader.readPicture(file);
      if (text === undefined) setProblem("noCode");
      else onText(text);
    } catch {
      setProblem("noPicture");
    }
  };
  return (
    <div>
      <p>{t("receipt.qr.intro")}</p>
      <Field id={`${id}-picture`} label={t("receipt.qr.picture")}>
        <input
          id={`${id}-picture`}
          type="file"
          accept="image/*"
          className={styles.file}
          onChange={(event) => void pick(event.target.files?.[0])}
        />
      </Field>
      {isHydrated && "mediaDevices" in navigator && (
        <p>
          {looking ? (
            <Button onClick={() => looking.abort()}>{t("receipt.qr.stop")}</Button>
          ) : (
            <Button onClick={() => void look()}>{t("receipt.qr.camera")}</Button>
          )}
        </p>
      )}
      <video
        ref={video}
        muted
        playsInline
        hidden={!looking}
        className={styles.camera}
        aria-label={t("receipt.qr.view")}
      />
      <p role="status">
        {problem && `${t(`receipt.qr.${problem}`)} ${t("states.code", { code: qrCodes[problem] })}`}
      </p>
    </div>
  );
}
