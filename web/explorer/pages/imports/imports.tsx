import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { Link, useSearchParams } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { VerifyBatch, VerifyCounts } from "../../verify/controls.tsx";
import type { Standing } from "../../verify/ledger.ts";
import { Imports } from "./imports.graphql.ts";
import type { ImportsResult } from "./imports.graphql.ts";
import { Moment } from "../../../ui/time/time.tsx";
import { downloads } from "../../data/downloads.ts";

type Batch = ImportsResult["importBatches"]["nodes"][number];

type Props = { batches: readonly Batch[]; total: number; standing: Standing };

function BatchTable({ batches, total, standing }: Props) {
  const { t, count, language } = useNames();
  const name = ({ batchId, sourceName, format }: Batch) =>
    t("imports.name", { id: batchId, name: sourceName ?? format });
  const amount = (
    key: "rows" | "imported" | "quarantined",
    of: (batch: Batch) => number | null,
  ): Column<Batch> => ({
    key,
    header: t(`imports.${key}`),
    kind: "amount",
    sortable: true,
    cell: (batch) => {
      const value = of(batch);
      return value === null ? "–" : count(value);
    },
    value: of,
  });
  const status = ({ supersededBy }: Batch) =>
    supersededBy === null ? t("imports.current") : t("imports.superseded", { id: supersededBy });
  const columns: Column<Batch>[] = [
    {
      key: "source",
      header: t("imports.source"),
      kind: "text",
      cell: (batch) => (
        <>
          <Link to={`/imports/${batch.batchId}`}>{name(batch)}</Link>{" "}
          <VerifyBatch
            compact
            standing={standing}
            subject={t("imports.verifySubject", { id: batch.batchId })}
            said={batch}
          />
        </>
      ),
      value: name,
    },
    { key: "format", header: t("imports.format"), cell: ({ format }) => formatName(t, format) },
    amount("rows", ({ rowCount }) => rowCount),
    amount("imported", ({ imported }) => imported),
    amount("quarantined", ({ quarantined }) => quarantined),
    {
      key: "retrieved",
      header: t("imports.retrieved"),
      cell: ({ retrievedAt }) => <Moment at={retrievedAt} />,
      value: ({ retrievedAt }) => retrievedAt,
    },
    {
      key: "licence",
      header: t("imports.licence"),
      cell: ({ licence }) => licence,
      value: ({ licence }) => licence,
    },
    {
      key: "status",
      header: t("imports.status"),
      cell: (batch) => (
        <StatusTag tone={batch.supersededBy === null ? "done" : "plain"}>{status(batch)}</StatusTag>
      ),
      value: status,
    },
  ];
  return (
    <DataTable
      caption={t("imports.caption", { count: total })}
      columns={columns}
      rows={batches}
      rowKey={({ batchId }) => String(batchId)}
      downloads={downloads("import-batches", {}, language)}
    />
  );
}

/** The name of a published form; one that is not known keeps its short name. */
export function formatName(t: ReturnType<typeof useNames>["t"], format: string): string {
  return format === "egp" || format === "ocds" ? t(`words.format.${format}`) : format;
}

export default function ImportsPage() {
  const { t } = useNames();
  const [params] = useSearchParams();
  const answer = useQuery(Imports, { after: cursorOf(params, "after") });
  return (
    <Page title={t("imports.title")} description={t("imports.intro")} crumbs={[]}>
      <p>{t("imports.intro")}</p>
      <QueryView answer={answer}>
        {({ importBatches: { nodes, totalCount, pageInfo }, _meta }) => (
          <>
            <p>
              {t("imports.verifyCount")}:{" "}
              <VerifyCounts
                standing={_meta}
                subject={t("imports.verifyCount")}
                said={{ imports: totalCount }}
              />
            </p>
            {nodes.length === 0 ? (
              <Empty title={t("imports.none")} />
            ) : (
              <>
                <BatchTable batches={nodes} total={totalCount} standing={_meta} />
                <Pagination
                  shown={nodes.length}
                  total={totalCount}
                  hasNext={pageInfo.hasNextPage}
                  endCursor={pageInfo.endCursor}
                />
              </>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
