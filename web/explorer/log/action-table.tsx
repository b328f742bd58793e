import { Link } from "react-router";
import type { Column } from "../../ui/data-table/columns.ts";
import { DataTable } from "../../ui/data-table/data-table.tsx";
import type { Downloads } from "../../ui/data-table/data-table.tsx";
import { Moment } from "../../ui/time/time.tsx";
import type { ServiceActionsResult } from "../pages/service/service-actions.graphql.ts";
import { useLogWords } from "./use-log-words.ts";

type Row = ServiceActionsResult["actions"]["nodes"][number];
type Props = { caption: string; rows: readonly Row[]; downloads: Downloads };

/** Entries of a service: what happened in a sentence, when, and who did it. */
export function ActionTable({ caption, rows, downloads }: Props) {
  const { t, count, sentenceOf, typeName, actorName } = useLogWords();
  const columns: Column<Row>[] = [
    {
      key: "what",
      header: t("service.actions.what"),
      kind: "text",
      cell: (row) => (
        <>
          <Link to={`/services/${row.serviceName}/${row.index}`}>{typeName(row)}</Link>
          <div>{sentenceOf(row)}</div>
          {row.supersededBy && (
            <div>{t("action.supersededBy", { index: count(row.supersededBy.index) })}</div>
          )}
          {row.payload?.erasedBy && <div>{t("action.payload.erased")}</div>}
        </>
      ),
    },
    { key: "when", header: t("service.actions.when"), cell: ({ happenedAt }) => <Moment at={happenedAt} /> },
    { key: "who", header: t("service.actions.who"), cell: actorName },
    {
      key: "index",
      header: t("service.actions.index"),
      kind: "amount",
      cell: ({ index }) => count(index),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ index }) => String(index)}
      downloads={downloads}
    />
  );
}
