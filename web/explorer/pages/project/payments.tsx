import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { tones } from "../../names/tones.ts";
import { DocumentLink, useNames } from "../../parts.tsx";
import { VerifyEntry } from "../../verify/entries.tsx";
import type { Standing } from "../../verify/ledger.ts";
import { moneyColumn } from "./columns.ts";
import type { Project } from "./project.tsx";
import { Day } from "../../../ui/time/time.tsx";

type Payment = Project["disbursements"]["nodes"][number];

type Props = { code: string; payments: readonly Payment[]; standing: Standing };

export function Payments({ code, payments, standing }: Props) {
  const { t } = useNames();
  if (payments.length === 0) return <p>{t("project.payments.none")}</p>;
  const name = ({ disbursementId }: Payment) => t("project.payments.name", { number: disbursementId });
  const purpose = ({ milestone, commitment }: Payment) =>
    `${milestone ? t("project.milestones.name", { number: milestone.milestoneId }) : t("project.payments.advance")} (${commitment.contractNumber})`;
  const columns: Column<Payment>[] = [
    {
      key: "name",
      header: t("project.payments.title"),
      kind: "text",
      cell: (row) => (
        <>
          <strong>{name(row)}</strong>{" "}
          {row.evidence && <DocumentLink paper={row.evidence} text={t("words.document.evidence")} />}
          <VerifyEntry
            standing={standing}
            subject={name(row)}
            entry="disbursement"
            id={row.disbursementId}
            state={row.state}
            money={{ amount: row.amount, returned: row.returned }}
            code={code}
            commitmentId={row.commitment.commitmentId}
            milestoneId={row.milestone?.milestoneId ?? "0"}
          />
        </>
      ),
      value: name,
    },
    { key: "for", header: t("project.payments.forWhat"), kind: "text", cell: purpose, value: purpose },
    {
      key: "paid",
      header: t("project.payments.paid"),
      sortable: true,
      kind: "date",
      cell: (row) => (row.paidAt ? <Day at={row.paidAt} /> : t("project.payments.notYet")),
      value: (row) => row.paidAt,
    },
    moneyColumn("amount", t("project.payments.amount"), (row) => row.amount),
    moneyColumn("returned", t("project.payments.returned"), (row) => row.returned),
    {
      key: "state",
      header: t("project.payments.state"),
      cell: (row) => (
        <StatusTag tone={tones[row.state]}>{t(`words.disbursementState.${row.state}`)}</StatusTag>
      ),
      value: (row) => t(`words.disbursementState.${row.state}`),
    },
  ];
  return (
    <DataTable
      caption={t("project.payments.caption")}
      columns={columns}
      rows={payments}
      rowKey={({ disbursementId }) => disbursementId}
      fileName="payments"
    />
  );
}
