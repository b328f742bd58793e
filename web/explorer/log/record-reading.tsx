import { readAction } from "../../../sdk/log/catalogue/reading/read-action.ts";
import type { Reading } from "../../../sdk/log/catalogue/reading/read-action.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { typeOf, useCatalogue } from "../names/catalogue.ts";
import { readRecord } from "./record.ts";
import type { ShownRecord } from "./record.ts";

/** A record in the words of the catalogue; undefined where the catalogue does not know it, or it is not as it should be. */
export function useReading(record: ShownRecord, version?: number): Reading | undefined {
  const { service, type, data } = readRecord(record);
  const known = typeOf(useCatalogue(service), type, version);
  if (!known) return undefined;
  try {
    return readAction(known, data);
  } catch {
    // A record that a stranger brings need not obey its schema.
    return undefined;
  }
}

/** One sentence: what happened. */
export function ActionSentence({ record, version }: { record: ShownRecord; version?: number }) {
  const { t, pick } = useTexts();
  const reading = useReading(record, version);
  return <>{reading ? pick(reading.sentence) : t("action.unknownType", { type: readRecord(record).type })}</>;
}

/** A record in plain words: the sentence, then every property that it has. */
export function RecordReading({ record, version }: { record: ShownRecord; version?: number }) {
  const { t, pick } = useTexts();
  const reading = useReading(record, version);
  const { type, data } = readRecord(record);
  if (!reading) {
    return (
      <>
        <p>{t("action.unknownType", { type })}</p>
        <SummaryList
          facts={Object.entries(data).map(([name, value]) => ({
            term: name,
            value: typeof value === "string" ? value : JSON.stringify(value),
          }))}
        />
      </>
    );
  }
  return (
    <>
      <p>
        <strong>{pick(reading.sentence)}</strong>
      </p>
      <SummaryList
        facts={reading.details.map(({ label, value }) => ({ term: pick(label), value: pick(value) }))}
      />
    </>
  );
}
