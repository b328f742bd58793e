import type { ReactNode } from "react";
import { Link } from "react-router";
import type { To } from "react-router";
import { formatBahtNumber } from "../../../../sdk/money.ts";
import type { Column, Order } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import type { Downloads } from "../../../ui/data-table/data-table.tsx";
import { reportedPath } from "../../names/paths.ts";
import { provinceName } from "../../../../sdk/provinces.ts";
import { useNames } from "../../parts.tsx";
import { VerifyReportedRow } from "../../verify/controls.tsx";
import type { Standing } from "../../verify/ledger.ts";
import type { ReportedResult } from "./reported.graphql.ts";
import { Day } from "../../../ui/time/time.tsx";

type Row = ReportedResult["reportedProjects"]["nodes"][number];

type Props = {
  caption: ReactNode;
  rows: readonly Row[];
  standing: Standing;
  order: Order;
  orderTo: (order: Order) => To;
  downloads: Downloads;
};

export function ReportedTable({ caption, rows, standing, order, orderTo, downloads }: Props) {
  const { t, pick, language, imported } = useNames();
  const missing = t("words.notStated");
  const money = (satang: string | null) => (satang === null ? missing : formatBahtNumber(BigInt(satang)));
  const columns: Column<Row>[] = [
    {
      key: "title",
      header: t("reported.columns.title"),
      kind: "text",
      sortable: true,
      cell: (row) => (
        <>
          <Link to={reportedPath(row)}>{imported(row.title ?? row.number)}</Link>{" "}
          <VerifyReportedRow
            standing={standing}
            subject={t("reported.verifySubject", { number: row.number })}
            id={row.reportedId}
            row={{ key: row.number, title: row.title, budget: row.budget, agreed: row.agreed }}
          />
        </>
      ),
    },
    {
      key: "agency",
      header: t("reported.columns.agency"),
      kind: "text",
      cell: (row) => (row.agencyName === null ? missing : imported(row.agencyName)),
    },
    {
      key: "province",
      header: t("reported.columns.province"),
      cell: (row) => (row.province ? provinceName(row.province, language) : missing),
    },
    {
      key: "date",
      header: t("reported.columns.date"),
      kind: "date",
      sortable: true,
      cell: (row) => (row.transactionOn ? <Day at={row.transactionOn} /> : missing),
    },
    {
      key: "budget",
      header: t("reported.columns.budget"),
      kind: "amount",
      sortable: true,
      cell: (row) => money(row.budget),
    },
    {
      key: "agreed",
      header: t("reported.columns.agreed"),
      kind: "amount",
      sortable: true,
      cell: (row) => money(row.agreed),
    },
    {
      key: "signals",
      header: t("reported.columns.signals"),
      cell: (row) =>
        row.redFlags.length === 0
          ? "–"
          : row.redFlags.map(({ id, rule }) => (
              <div key={id}>
                <Link to={`/flags/${encodeURIComponent(rule.id)}`}>{pick(rule.title)}</Link>
              </div>
            )),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ reportedId }) => reportedId}
      order={order}
      orderTo={orderTo}
      downloads={downloads}
    />
  );
}
