import { Link } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Notice } from "../../../ui/notice/notice.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { useNow } from "../../log/use-now.ts";
import { useNames } from "../../parts.tsx";
import { standings } from "./standing.ts";
import type { WitnessStanding } from "./standing.ts";
import type { WitnessesResult } from "./witnesses.graphql.ts";

/** Who the witnesses are, how much each has checked and what it still owes; then the logs that nobody has checked. */
export function WitnessSummary({ data }: { data: Omit<WitnessesResult, "witnesses"> }) {
  const { t, pick, count, agencyName } = useNames();
  const now = useNow(data._meta.blockTimestamp);
  const { witnesses, unseen } = standings(data, now);
  const owed = ({ outstanding, outstandingIn, isLate }: WitnessStanding) =>
    [
      t("service.entries", { count: outstanding }),
      t("witnesses.inServices", { count: outstandingIn }),
      isLate && t("witnesses.late"),
    ]
      .filter(Boolean)
      .join(" ");
  const columns: Column<WitnessStanding>[] = [
    {
      key: "witness",
      header: t("witnesses.witness"),
      kind: "text",
      cell: ({ agency }) => <Link to={`/agency/${agency.code}`}>{agencyName(agency)}</Link>,
      value: ({ agency }) => agencyName(agency),
    },
    {
      key: "services",
      header: t("witnesses.complete"),
      cell: ({ complete, services }) =>
        t("witnesses.completeOf", { complete: count(complete), all: count(services) }),
      value: ({ complete, services }) => `${complete}/${services}`,
    },
    {
      key: "outstanding",
      header: t("witnesses.outstanding"),
      cell: (row) => (
        <StatusTag tone={row.isLate ? "attention" : row.outstanding > 0 ? "plain" : "done"}>
          {row.outstanding === 0 ? t("witnesses.nothing") : owed(row)}
        </StatusTag>
      ),
      value: ({ outstanding }) => outstanding,
    },
    {
      key: "at",
      header: t("witnesses.last"),
      cell: ({ signedAt }) => <Moment at={signedAt} />,
      value: ({ signedAt }) => signedAt,
    },
  ];
  return (
    <>
      <DataTable
        caption={t("witnesses.summary", { count: witnesses.length })}
        columns={columns}
        rows={witnesses}
        rowKey={({ agency }) => String(agency.code)}
        fileName="witnesses"
      />
      <p>{t("witnesses.outstandingText")}</p>
      {unseen.length > 0 && (
        <Notice tone="attention" title={t("witnesses.unseen", { count: unseen.length })}>
          <ul>
            {unseen.map(({ name, titleTh, titleEn }) => (
              <li key={name}>
                <Link to={`/services/${name}`}>{pick({ th: titleTh, en: titleEn })}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
