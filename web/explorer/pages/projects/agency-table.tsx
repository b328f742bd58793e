import { Link } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { provinceName } from "../../../../sdk/provinces.ts";
import { useNames } from "../../parts.tsx";
import type { ProjectsResult } from "./projects.graphql.ts";
import { downloads } from "../../data/downloads.ts";

type Agency = ProjectsResult["agencies"]["nodes"][number];

export function AgencyTable({ agencies }: { agencies: readonly Agency[] }) {
  const { t, agencyName, language } = useNames();
  const columns: Column<Agency>[] = [
    {
      key: "name",
      header: t("projects.name"),
      kind: "text",
      sortable: true,
      cell: (row) => (
        <>
          <Link to={`/agency/${row.code}`}>{agencyName(row)}</Link>
          {!row.active && ` (${t("projects.suspended")})`}
        </>
      ),
      value: agencyName,
    },
    {
      key: "code",
      header: t("projects.code"),
      sortable: true,
      cell: (row) => row.code,
      value: (row) => row.code,
    },
    {
      key: "province",
      header: t("projects.province"),
      sortable: true,
      cell: (row) => provinceName(row.province, language),
      value: (row) => provinceName(row.province, language),
    },
  ];
  return (
    <DataTable
      caption={t("projects.agencies")}
      columns={columns}
      rows={agencies}
      rowKey={(row) => String(row.code)}
      downloads={downloads("agencies", {}, language)}
    />
  );
}
