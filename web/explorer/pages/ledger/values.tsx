import { harmless } from "../../../i18n/harmless.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { useNames } from "../../parts.tsx";

type Argument = { readonly name: string; readonly type: string; readonly value: string };

/** Values exactly as they stand on the ledger. */
export function Values({ caption, args }: { caption: string; args: readonly Argument[] }) {
  const { t } = useNames();
  const columns: Column<Argument>[] = [
    {
      key: "name",
      header: t("ledger.tx.name"),
      kind: "text",
      cell: ({ name }) => <code>{name}</code>,
      value: ({ name }) => name,
    },
    {
      key: "type",
      header: t("ledger.tx.type"),
      cell: ({ type }) => <code>{type}</code>,
      value: ({ type }) => type,
    },
    {
      key: "value",
      header: t("ledger.tx.value"),
      kind: "text",
      cell: ({ value }) => <code>{harmless(value)}</code>,
      value: ({ value }) => value,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={args} rowKey={({ name }) => name} />;
}
