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

type Milestone = Project["milestones"]["nodes"][number];

type Props = { code: string; milestones: readonly Milestone[]; standing: Standing };

export function Milestones({ code, milestones, standing }: Props) {
  const { t } = useNames();
  if (milestones.length === 0) return <p>{t("project.milestones.none")}</p>;
  const name = ({ milestoneId }: Milestone) => t("project.milestones.name", { number: milestoneId });
  const columns: Column<Milestone>[] = [
    {
      key: "name",
      header: t("project.milestones.title"),
      kind: "text",
      cell: (row) => (
        <>
          <strong>{name(row)}</strong> ({row.commitment.contractNumber}){" "}
          {row.evidence && <DocumentLink paper={row.evidence} text={t("words.document.evidence")} />}
          <VerifyEntry
            standing={standing}
            subject={name(row)}
            entry="milestone"
            id={row.milestoneId}
            state={row.state}
            money={{ amount: row.amount, accepted: row.accepted }}
            code={code}
            commitmentId={row.commitment.commitmentId}
            dueAt={row.dueAt}
          />
        </>
      ),
      value: name,
    },
    {
      key: "due",
      header: t("project.milestones.due"),
      sortable: true,
      kind: "date",
      cell: (row) => <Day at={row.dueAt} />,
      value: (row) => row.dueAt,
    },
    moneyColumn("amount", t("project.milestones.amount"), (row) => row.amount),
    moneyColumn("accepted", t("project.milestones.accepted"), (row) => row.accepted),
    {
      key: "state",
      header: t("project.milestones.state"),
      cell: (row) => (
        <>
          <StatusTag tone={tones[row.state]}>{t(`words.milestoneState.${row.state}`)}</StatusTag>{" "}
          {row.overdue && <StatusTag tone="attention">{t("project.milestones.overdue")}</StatusTag>}
        </>
      ),
      value: (row) => t(`words.milestoneState.${row.state}`),
    },
  ];
  return (
    <DataTable
      caption={t("project.milestones.caption")}
      columns={columns}
      rows={milestones}
      rowKey={({ milestoneId }) => milestoneId}
      fileName="milestones"
    />
  );
}
