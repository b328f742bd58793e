import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { fundSources } from "../../names/fund-sources.ts";
import { useNames } from "../../parts.tsx";
import { VerifyLine } from "../../verify/entries.tsx";
import type { Standing } from "../../verify/ledger.ts";
import { moneyColumn } from "./columns.ts";
import type { Project } from "./project.tsx";

type Line = Project["lines"]["nodes"][number];

/** What came and went outside the budget act: revisions and money carried over, net. */
const changed = ({ counters }: Line) =>
  BigInt(counters.carriedIn) + BigInt(counters.adjIn) - BigInt(counters.adjOut) - BigInt(counters.carriedOut);

type Props = { code: string; lines: readonly Line[]; standing: Standing };

export function Lines({ code, lines, standing }: Props) {
  const { t } = useNames();
  const source = ({ fundSource }: Line) => {
    const known = fundSources[fundSource];
    return known ? t(known) : fundSource;
  };
  const columns: Column<Line>[] = [
    {
      key: "line",
      header: t("project.lines.line"),
      kind: "text",
      cell: (line) => (
        <>
          <strong>
            {t("project.lines.name", {
              line: line.lineId,
              type: t(`words.expenseType.${line.expenseType}`),
              year: line.fiscalYear,
            })}
          </strong>
          {line.closed && ` · ${t("project.lines.closed")}`}
          {line.carriedFrom && ` · ${t("project.lines.carried", { line: line.carriedFrom.lineId })}`}
          <VerifyLine
            standing={standing}
            subject={t("project.lines.verify", { line: line.lineId })}
            line={line}
            code={code}
          />
        </>
      ),
      value: (line) => line.lineId,
    },
    { key: "source", header: t("project.lines.source"), cell: source, value: source },
    moneyColumn("approved", t("project.lines.approved"), ({ counters }) => counters.approved),
    moneyColumn("changed", t("project.lines.changed"), changed),
    moneyColumn("allotted", t("project.lines.allotted"), ({ counters }) => counters.allotted),
    moneyColumn("committed", t("project.lines.committed"), ({ counters }) => counters.committed),
    moneyColumn("paid", t("project.lines.paid"), ({ counters }) => counters.netPaid),
    moneyColumn("lapsed", t("project.lines.lapsed"), ({ counters }) => counters.lapsed),
  ];
  return (
    <DataTable
      caption={t("project.lines.caption")}
      columns={columns}
      rows={lines}
      rowKey={({ lineId }) => lineId}
      fileName="lines"
    />
  );
}
