import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Disclosure } from "../../../ui/disclosure/disclosure.tsx";
import { useNames } from "../../parts.tsx";
import type { Agency } from "./agency.tsx";

type Officer = Agency["officers"]["nodes"][number];

/** Who may sign for the agency: duties, dates and pseudonyms, never names. */
export function Officers({ officers }: { officers: readonly Officer[] }) {
  const { t, date } = useNames();
  const duties = (row: Officer) => row.duties.map((duty) => t(`words.duty.${duty}`)).join(", ");
  const valid = (row: Officer) =>
    t("agency.validity", { from: date(new Date(row.validFrom)), until: date(new Date(row.validUntil)) }) +
    (row.revoked ? ` (${t("agency.revoked")})` : "");
  const columns: Column<Officer>[] = [
    { key: "duty", header: t("agency.duty"), kind: "text", cell: duties, value: duties },
    { key: "valid", header: t("agency.valid"), kind: "text", cell: valid, value: valid },
    {
      key: "account",
      header: t("agency.officer"),
      cell: (row) => <code>{row.account}</code>,
      value: (row) => row.account,
    },
    {
      key: "person",
      header: t("agency.person"),
      cell: (row) => <code>{`${row.personTag.slice(0, 10)}…`}</code>,
      value: (row) => row.personTag,
    },
  ];
  return (
    <Disclosure summary={t("agency.officers")}>
      <DataTable
        caption={t("agency.officers")}
        columns={columns}
        rows={officers}
        rowKey={({ account }) => account}
        fileName="officers"
      />
    </Disclosure>
  );
}
