import { formatBahtNumber } from "../../../../sdk/money.ts";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { useNames } from "../../parts.tsx";
import type { ReportedProject } from "./reported-project.tsx";
import { Day } from "../../../ui/time/time.tsx";

type Contract = ReportedProject["contracts"][number] & { readonly position: number };

/** Contracts as reported; natural persons are counted, never named. */
export function ReportedContracts({ contracts }: { contracts: ReportedProject["contracts"] }) {
  const { t, imported } = useNames();
  const missing = t("words.notStated");
  const suppliers = (row: Contract) => {
    const named = row.suppliers.map(({ name, taxId }) =>
      [name, taxId && `(${taxId})`].filter(Boolean).join(" "),
    );
    const withheld =
      row.suppliersWithheld > 0 && t("reported.contract.withheld", { count: row.suppliersWithheld });
    return [...named, withheld].filter(Boolean).join(", ") || missing;
  };
  const day = (value: string | null) => (value ? <Day at={value} /> : missing);
  const columns: Column<Contract>[] = [
    {
      key: "number",
      header: t("reported.contract.number"),
      kind: "text",
      cell: (row) => (row.number === null ? missing : imported(row.number)),
      value: (row) => row.number,
    },
    {
      key: "supplier",
      header: t("reported.contract.supplier"),
      kind: "text",
      cell: (row) => imported(suppliers(row)),
      value: suppliers,
    },
    {
      key: "agreed",
      header: t("reported.contract.agreed"),
      kind: "amount",
      sortable: true,
      cell: (row) => (row.agreed === null ? missing : formatBahtNumber(BigInt(row.agreed))),
      value: (row) => (row.agreed === null ? null : formatBahtNumber(BigInt(row.agreed)).replaceAll(",", "")),
    },
    {
      key: "status",
      header: t("reported.contract.status"),
      cell: (row) => (row.status === null ? missing : imported(row.status)),
      value: (row) => row.status,
    },
    {
      key: "signed",
      header: t("reported.contract.signed"),
      kind: "date",
      cell: (row) => day(row.signedOn),
      value: (row) => row.signedOn,
    },
    {
      key: "ends",
      header: t("reported.contract.ends"),
      kind: "date",
      cell: (row) => day(row.endsOn),
      value: (row) => row.endsOn,
    },
  ];
  return (
    <>
      <h2>{t("reported.contractsTitle")}</h2>
      <DataTable
        caption={t("reported.contractsCaption")}
        columns={columns}
        rows={contracts.map((contract, position) => ({ ...contract, position }))}
        rowKey={({ position }) => String(position)}
        fileName="contracts"
      />
    </>
  );
}
