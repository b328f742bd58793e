import { useTexts } from "../../i18n/use-texts.ts";
import { Button } from "../button/button.tsx";
import { saveFile } from "../save-file.ts";
import { toCsv } from "./columns.ts";
import type { Column } from "./columns.ts";
import styles from "./data-table.module.css";
import type { Downloads } from "./data-table.tsx";

type Props<Row> = {
  downloads?: Downloads;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  fileName?: string;
};

/** Exactly what is shown, as a file. */
export function DownloadTable<Row>({ downloads, rows, columns, fileName = "table" }: Props<Row>) {
  const { t } = useTexts();
  return (
    <p className={`${styles.download} screen-only ${downloads ? "" : "script-only"}`}>
      <span>{t("table.download")}:</span>
      {downloads ? (
        <>
          <a href={downloads.csv} download>
            {t("table.csv")}
          </a>
          {downloads.ndjson && (
            <a href={downloads.ndjson} download>
              {t("table.ndjson")}
            </a>
          )}
        </>
      ) : (
        <Button
          kind="plain"
          onClick={() => saveFile(`${fileName}.csv`, toCsv(rows, columns), "text/csv;charset=utf-8")}
        >
          {t("table.csv")}
        </Button>
      )}
    </p>
  );
}
