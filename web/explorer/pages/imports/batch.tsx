import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { Link, useParams, useSearchParams } from "react-router";
import { TechnicalDetails } from "../../../ui/disclosure/disclosure.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { NotFound } from "../../not-found.tsx";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { VerifyBatch } from "../../verify/controls.tsx";
import { BatchPage as BatchQuery } from "./batch.graphql.ts";
import type { BatchPageResult } from "./batch.graphql.ts";
import { formatName } from "./imports.tsx";
import { Quarantine } from "./quarantine.tsx";
import { Moment } from "../../../ui/time/time.tsx";

export type Batch = NonNullable<BatchPageResult["importBatch"]>;

function BatchView({ batch, standing }: { batch: Batch; standing: BatchPageResult["_meta"] }) {
  const { t, count } = useNames();
  const { batchId, sourceName, sourceUrl, format, licence, retrievedAt, supersededBy } = batch;
  const { rowCount, imported, quarantined } = batch;
  return (
    <>
      <SummaryList
        facts={[
          { term: t("imports.source"), value: sourceName ?? t("words.notStated") },
          ...(sourceUrl ? [{ term: t("imports.url"), value: <a href={sourceUrl}>{sourceUrl}</a> }] : []),
          { term: t("imports.format"), value: formatName(t, format) },
          { term: t("imports.licence"), value: licence },
          { term: t("imports.retrieved"), value: <Moment at={retrievedAt} /> },
          {
            term: t("imports.status"),
            value:
              supersededBy === null ? (
                t("imports.current")
              ) : (
                <Link to={`/imports/${supersededBy}`}>{t("imports.superseded", { id: supersededBy })}</Link>
              ),
          },
        ]}
      />
      {imported !== null && (
        <p>
          {t("imports.sum", {
            rows: count(rowCount),
            imported: count(imported),
            quarantined: count(quarantined),
          })}{" "}
          <VerifyBatch
            standing={standing}
            subject={t("imports.verifySubject", { id: batchId })}
            said={batch}
          />
        </p>
      )}
      <p>
        <Link to={`/reported?batch=${batchId}`}>{t("imports.see")}</Link> ·{" "}
        <a href={`/documents/${batch.fileCid}`}>{t("imports.keptFile")}</a> ·{" "}
        <a href={`/documents/${batch.sourceCid}`}>{t("imports.sourceFile")}</a> ·{" "}
        <Link to={`/tx/${batch.provenance.txHash}`}>{t("timeline.proof")}</Link>
      </p>
      <h2>{t("imports.quarantine")}</h2>
      <Quarantine batch={batch} />
      <TechnicalDetails>
        <SummaryList
          facts={[
            { term: t("imports.fileHash"), value: <code>{batch.fileSha256}</code> },
            { term: t("imports.sourceHash"), value: <code>{batch.sourceSha256}</code> },
            { term: t("imports.root"), value: <code>{batch.merkleRoot}</code> },
            { term: "CID", value: <code>{batch.fileCid}</code> },
            { term: t("imports.parser"), value: <code>{batch.parserVersion}</code> },
          ]}
        />
      </TechnicalDetails>
    </>
  );
}

export default function BatchPage() {
  const { id = "" } = useParams();
  const [params] = useSearchParams();
  const { t } = useNames();
  const batchId = /^\d{1,9}$/.test(id) ? Number(id) : 0;
  const answer = useQuery(BatchQuery, { batchId, after: cursorOf(params, "after") });
  const batch = answer.data?.importBatch;
  if (batch === null) return <NotFound what={t("imports.notFound", { id })} />;
  return (
    <Page
      kind={t("imports.kind")}
      title={t("imports.name", { id, name: batch ? (batch.sourceName ?? batch.format) : "" })}
      description={t("imports.intro")}
      crumbs={[{ text: t("imports.title"), to: "/imports" }]}
    >
      <QueryView answer={answer} lines={12}>
        {({ importBatch, _meta }) => importBatch && <BatchView batch={importBatch} standing={_meta} />}
      </QueryView>
    </Page>
  );
}
