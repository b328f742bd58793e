import { Link } from "react-router";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { useNames } from "../../parts.tsx";
import type { ReportedProject } from "./reported-project.tsx";

/** Which row of which file this is, and where the file stands on the ledger. */
export function ReportedProvenance({ project }: { project: ReportedProject }) {
  const { t, dateTime, count } = useNames();
  const { batch, line, leaf, extra } = project;
  return (
    <>
      <h2>{t("reported.provenance")}</h2>
      <p>
        {t("reported.provenanceText", {
          line: count(line),
          source: batch.sourceName ?? batch.format,
          time: dateTime(batch.retrievedAt),
          licence: batch.licence,
        })}
      </p>
      <p>
        <Link to={`/imports/${batch.batchId}`}>{t("reported.batch", { id: batch.batchId })}</Link> ·{" "}
        <a href={`/documents/${batch.fileCid}`}>{t("reported.file")}</a> ·{" "}
        <Link to={`/tx/${batch.provenance.txHash}`}>{t("timeline.proof")}</Link>
      </p>
      <TechnicalDetails>
        <SummaryList
          facts={[
            { term: t("imports.fileHash"), value: <code>{batch.fileSha256}</code> },
            { term: t("imports.root"), value: <code>{batch.merkleRoot}</code> },
            { term: t("imports.leaf"), value: <code>{leaf}</code> },
            { term: t("imports.parser"), value: <code>{batch.parserVersion}</code> },
            ...extra.map(({ name, value }) => ({ term: name, value })),
          ]}
        />
      </TechnicalDetails>
    </>
  );
}
