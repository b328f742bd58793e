import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { tones } from "../../names/tones.ts";
import { DocumentLink, useNames } from "../../parts.tsx";
import { VerifyEntry } from "../../verify/entries.tsx";
import type { Standing } from "../../verify/ledger.ts";
import { moneyColumn } from "./columns.ts";
import type { Project } from "./project.tsx";

type Commitment = Project["commitments"]["nodes"][number];

type Props = { code: string; commitments: readonly Commitment[]; standing: Standing };

export function Commitments({ code, commitments, standing }: Props) {
  const { t, percent } = useNames();
  if (commitments.length === 0) return <p>{t("project.commitments.none")}</p>;
  const name = (row: Commitment) =>
    t("project.commitments.verify", {
      kind: t(`words.commitmentKind.${row.kind}`),
      number: row.contractNumber,
    });
  const supplier = (row: Commitment) => row.supplier ?? t("project.commitments.naturalPerson");
  const columns: Column<Commitment>[] = [
    {
      key: "number",
      header: t("project.commitments.number"),
      kind: "text",
      cell: (row) => (
        <>
          <strong>{name(row)}</strong>
          <br />
          <small>{t("project.commitments.ledgerNumber", { number: row.commitmentId })}</small>
          {row.award && (
            <>
              <br />
              <DocumentLink paper={row.award} text={t("words.document.award")} />
            </>
          )}
          <VerifyEntry
            standing={standing}
            subject={name(row)}
            entry="commitment"
            id={row.commitmentId}
            state={row.state}
            money={{
              value: row.value,
              originalValue: row.originalValue,
              requested: row.requested,
              paid: row.paid,
              returned: row.returned,
            }}
            code={code}
            amended={row}
          />
        </>
      ),
      value: (row) => row.contractNumber,
    },
    {
      key: "state",
      header: t("project.commitments.state"),
      cell: (row) => <StatusTag tone={tones[row.state]}>{t(`words.commitmentState.${row.state}`)}</StatusTag>,
      value: (row) => t(`words.commitmentState.${row.state}`),
    },
    { key: "supplier", header: t("project.commitments.supplier"), cell: supplier, value: supplier },
    moneyColumn(
      "value",
      t("project.commitments.value"),
      (row) => row.value,
      (row) =>
        row.amendmentCount > 0 && (
          <span key="amended" className="page-kind">
            {t("project.commitments.amended", { count: row.amendmentCount })}
            {row.increaseBps > 0 && ` (+${percent(row.increaseBps / 10_000)})`}
          </span>
        ),
    ),
    moneyColumn("original", t("project.commitments.original"), (row) => row.originalValue),
    moneyColumn("paid", t("project.commitments.paid"), (row) => BigInt(row.paid) - BigInt(row.returned)),
  ];
  return (
    <DataTable
      caption={t("project.commitments.caption")}
      columns={columns}
      rows={commitments}
      rowKey={({ commitmentId }) => commitmentId}
      fileName="commitments"
    />
  );
}
