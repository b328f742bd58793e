import { Link } from "react-router";
import type { To } from "react-router";
import { formatBahtNumber } from "../../../../sdk/money.ts";
import type { Column, Order } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import type { Downloads } from "../../../ui/data-table/data-table.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { tones } from "../../names/tones.ts";
import { useNames } from "../../parts.tsx";
import { VerifyTotals } from "../../verify/controls.tsx";
import type { Standing } from "../../verify/ledger.ts";
import type { ProjectsResult } from "./projects.graphql.ts";

export type ProjectRow = ProjectsResult["projects"]["nodes"][number];

type Props = {
  caption: string;
  rows: readonly ProjectRow[];
  standing: Standing;
  order?: Order;
  orderTo?: (order: Order) => To;
  downloads?: Downloads;
  withoutAgency?: boolean;
};

/** Projects with their money in baht; the mark of a row adds up the project's lines on the ledger. */
export function ProjectTable({ caption, rows, standing, order, orderTo, downloads, withoutAgency }: Props) {
  const { t, title, agencyName } = useNames();
  const amount = (
    key: "approved" | "committed" | "paid",
    of: (row: ProjectRow) => string,
  ): Column<ProjectRow> => ({
    key,
    header: t(`projects.${key}`),
    kind: "amount",
    sortable: true,
    cell: (row) => formatBahtNumber(BigInt(of(row))),
    value: (row) => formatBahtNumber(BigInt(of(row))).replaceAll(",", ""),
  });
  const columns: Column<ProjectRow>[] = [
    {
      key: "code",
      header: t("projects.project"),
      kind: "text",
      sortable: true,
      cell: (row) => (
        <>
          <Link to={`/p/${row.code}`}>{title(row.title)}</Link>
          <br />
          <code>{row.code}</code>{" "}
          <VerifyTotals
            compact
            standing={standing}
            scope={{ code: row.code }}
            said={row.totals}
            subject={t("project.verifyMoney", { code: row.code })}
          />
        </>
      ),
      value: (row) => `${row.code} ${title(row.title)}`,
    },
    {
      key: "agency",
      header: t("projects.agency"),
      kind: "text",
      cell: (row) => <Link to={`/agency/${row.agency.code}`}>{agencyName(row.agency)}</Link>,
      value: (row) => agencyName(row.agency),
    },
    {
      key: "state",
      header: t("projects.state"),
      cell: (row) => <StatusTag tone={tones[row.state]}>{t(`words.projectState.${row.state}`)}</StatusTag>,
      value: (row) => t(`words.projectState.${row.state}`),
    },
    amount("approved", (row) => row.totals.approved),
    amount("committed", (row) => row.totals.committed),
    amount("paid", (row) => row.totals.netPaid),
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns.filter(({ key }) => !(withoutAgency && key === "agency"))}
      rows={rows}
      rowKey={(row) => row.code}
      order={order ?? null}
      orderTo={orderTo}
      downloads={downloads}
      fileName="projects"
    />
  );
}
