import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { downloads } from "../../data/downloads.ts";
import { useNames } from "../../parts.tsx";
import type { Batch } from "./batch.tsx";

type Row = Batch["quarantine"]["nodes"][number];

/** Rows that could not be read, with line number and reason. */
export function Quarantine({ batch: { batchId, quarantine } }: { batch: Batch }) {
  const { t, pick, count, language, imported } = useNames();
  const { nodes, totalCount, pageInfo } = quarantine;
  if (totalCount === 0) return <p>{t("imports.quarantineNone")}</p>;
  const columns: Column<Row>[] = [
    {
      key: "line",
      header: t("imports.line"),
      kind: "amount",
      cell: ({ line }) => count(line),
      value: ({ line }) => line,
    },
    {
      key: "reason",
      header: t("imports.reason"),
      kind: "text",
      cell: ({ text }) => imported(pick(text)),
      value: ({ text }) => pick(text),
    },
    {
      key: "column",
      header: t("imports.column"),
      cell: ({ column }) => (column === null ? "–" : imported(column)),
      value: ({ column }) => column,
    },
    {
      key: "value",
      header: t("imports.value"),
      cell: ({ value }) => (value === null ? "–" : imported(value)),
      value: ({ value }) => value,
    },
  ];
  return (
    <>
      <p>{t("imports.quarantineText")}</p>
      <DataTable
        caption={t("imports.quarantine")}
        columns={columns}
        rows={nodes}
        rowKey={({ line }) => String(line)}
        downloads={downloads(`import-batches/${batchId}/quarantine`, {}, language)}
      />
      <Pagination
        shown={nodes.length}
        total={totalCount}
        hasNext={pageInfo.hasNextPage}
        endCursor={pageInfo.endCursor}
      />
    </>
  );
}
