import { useEffect, useMemo, useRef, useState } from "react";
import type { FormEvent } from "react";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { useTexts } from "../../../i18n/use-texts.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { describedBy, Field } from "../../../ui/form/field.tsx";
import { TextArea } from "../../../ui/form/text-area.tsx";
import { useHydrated } from "../../../ui/use-hydrated.ts";
import { fetchCatalogue } from "../../names/catalogue.ts";
import { epoch } from "../../names/epoch.ts";
import type { Told } from "../../verify/log/check-receipt.ts";
import type { FoundReceipt } from "../../verify/log/read-receipt.ts";
import type { CheckReceiptResult } from "./check-receipt.graphql.ts";
import { receiptCodes } from "./codes.ts";
import { loadQrReader, QrScan } from "./qr-scan.tsx";
import { ReceiptResult } from "./receipt-result.tsx";
import styles from "./receipt.module.css";

/** Everything that a check without a network needs; asked for as soon as the page is there. */
async function loadChecks() {
  const [reading] = await Promise.all([
    import("../../verify/log/read-receipt.ts"),
    import("../../verify/log/check-receipt.ts"),
    fetchCatalogue(),
    loadQrReader(),
  ]);
  return reading;
}

/** Whether a text is the address of a page, as printed pages have it in their QR codes. */
const isAddress = (text: string) => /^https?:\/\/\S+$/.test(text.trim());

/** The keys of checkpoints that this website tells, by service. */
function toldBy({ services }: CheckReceiptResult): Told {
  return Object.fromEntries(
    services.nodes.map(({ name, keys }) => [
      name,
      keys
        .filter(({ use, algorithm }) => use === "CHECKPOINT" && algorithm === "ED25519")
        .map(({ keyId, publicKey, validUntil, endedAt }) => ({
          keyId,
          publicKey,
          validUntil: epoch(validUntil),
          endedAt: endedAt === null ? null : epoch(endedAt),
        })),
    ]),
  );
}

/** A receipt from a file, a text or a QR code, and what became of it. */
export function ReceiptForm({ data }: { data: CheckReceiptResult }) {
  const { t, language } = useTexts();
  const isHydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<{ field: string; text: string } | null>(null);
  const turn = useRef(0);
  const [found, setFound] = useState<FoundReceipt | null>(null);
  const [isReady, setReady] = useState(false);
  const told = useMemo(() => toldBy(data), [data]);
  const problems = useMemo(() => (problem ? [problem] : []), [problem]);
  useEffect(() => {
    let left = false;
    void loadChecks().then(
      () => !left && setReady(true),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, []);

  /** What was found speaks of what was brought then: as soon as something else is there, it goes. */
  const forget = () => {
    turn.current++;
    setFound(null);
    setProblem(null);
  };
  const refuse = (field: string, said: string, code: string) =>
    setProblem({ field, text: `${said} ${t("states.code", { code })}` });
  const read = async (brought: Uint8Array | string, field: string) => {
    forget();
    const asked = turn.current;
    const { readReceiptBytes, readReceiptText } = await loadChecks();
    if (turn.current !== asked) return;
    try {
      const receipt = typeof brought === "string" ? readReceiptText(brought) : readReceiptBytes(brought);
      if (receipt.form === "other") return refuse(field, t("receipt.otherFile"), receiptCodes.otherFile);
      if (receipt.form === "none") {
        const what = typeof brought === "string" && isAddress(brought) ? "isAddress" : "unknownForm";
        return refuse(field, t(`receipt.${what}`), receiptCodes[what]);
      }
      setProblem(null);
      setFound(receipt);
    } catch (error) {
      if (!(error instanceof ProngsaiError)) throw error;
      const { what, why, mend } = error.explain(language);
      refuse(field, `${what} ${why} ${mend}`, error.code);
    }
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const file = values.get("file") as File;
    const text = String(values.get("text")).trim();
    if (text) return read(text, "text");
    if (file.size > 0) {
      const asked = turn.current;
      const bytes = new Uint8Array(await file.arrayBuffer());
      return turn.current === asked ? read(bytes, "file") : undefined;
    }
    setFound(null);
    refuse("file", t("receipt.nothing"), receiptCodes.nothing);
  };
  const control = (name: "file" | "text") =>
    form.current!.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;
  const error = (field: string) => (problem?.field === field ? problem.text : undefined);
  return (
    <>
      <h2>{t("receipt.bring")}</h2>
      <form
        ref={form}
        onSubmit={(event) => void submit(event)}
        onChange={forget}
        className="script-only"
        aria-label={t("receipt.bring")}
        noValidate
      >
        <ErrorSummary problems={problems} />
        <Field id="file" label={t("receipt.file")} hint={t("receipt.fileHint")} error={error("file")}>
          <input
            id="file"
            name="file"
            type="file"
            accept=".json,.cose,.cbor,application/json,application/cose"
            {...describedBy({ id: "file", hint: t("receipt.fileHint"), error: error("file") })}
            className={styles.file}
            // What was brought last counts: a text of before is not checked instead of the file.
            onChange={() => (control("text").value = "")}
          />
        </Field>
        <TextArea
          id="text"
          name="text"
          rows={5}
          label={t("receipt.text")}
          hint={t("receipt.textHint")}
          error={error("text")}
          autoComplete="off"
          spellCheck={false}
          onChange={() => (control("file").value = "")}
        />
        <QrScan
          onText={(text) => {
            control("text").value = text;
            control("file").value = "";
            void read(text, "text");
          }}
        />
        <p>
          <Button kind="primary" type="submit" disabled={!isHydrated}>
            {t("receipt.check")}
          </Button>
        </p>
        <p role="status">{isReady && t("receipt.readyOffline")}</p>
      </form>
      {found && <ReceiptResult found={found} told={told} data={data} />}
    </>
  );
}
