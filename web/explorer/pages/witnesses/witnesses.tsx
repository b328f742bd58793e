import { cursorOf } from "../../../ui/pagination/cursors.ts";
import { Link, useSearchParams } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pagination } from "../../../ui/pagination/pagination.tsx";
import { Empty } from "../../../ui/states/states.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { downloads } from "../../data/downloads.ts";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { useNow } from "../../log/use-now.ts";
import { Page } from "../../page.tsx";
import { useNames } from "../../parts.tsx";
import { VerifyLogs } from "../../verify/logs/verify-logs.tsx";
import { witnessesSaid } from "./said.ts";
import { isLate } from "./standing.ts";
import { WitnessSummary } from "./summary.tsx";
import { Witnesses } from "./witnesses.graphql.ts";
import type { WitnessesResult } from "./witnesses.graphql.ts";

type Row = WitnessesResult["witnesses"]["nodes"][number];

function WitnessTable({ rows, total, asOf }: { rows: readonly Row[]; total: number; asOf: string }) {
  const { t, pick, count, agencyName, language } = useNames();
  const now = useNow(asOf);
  const title = ({ service }: Row) => pick({ th: service.titleTh, en: service.titleEn });
  const columns: Column<Row>[] = [
    {
      key: "witness",
      header: t("witnesses.witness"),
      kind: "text",
      cell: ({ agency }) => <Link to={`/agency/${agency.code}`}>{agencyName(agency)}</Link>,
    },
    {
      key: "service",
      header: t("witnesses.service"),
      kind: "text",
      cell: (row) => <Link to={`/services/${row.service.name}`}>{title(row)}</Link>,
    },
    {
      key: "size",
      header: t("witnesses.size"),
      kind: "amount",
      cell: ({ size, service }) => t("witnesses.sizeOf", { size: count(size), all: count(service.size) }),
    },
    {
      key: "outstanding",
      header: t("witnesses.outstanding"),
      cell: ({ size, service, timestamp }) => {
        const outstanding = service.size - size;
        const tone = isLate(outstanding, timestamp, now) ? "attention" : outstanding > 0 ? "plain" : "done";
        return (
          <StatusTag tone={tone}>
            {outstanding > 0 ? t("service.entries", { count: outstanding }) : t("witnesses.nothing")}
          </StatusTag>
        );
      },
    },
    {
      key: "at",
      header: t("witnesses.at"),
      cell: ({ timestamp }) => <Moment at={timestamp} />,
    },
  ];
  return (
    <DataTable
      caption={t("witnesses.caption", { count: total })}
      columns={columns}
      rows={rows}
      rowKey={({ agency, service }) => `${agency.code} ${service.name}`}
      downloads={downloads("witnesses", {}, language)}
    />
  );
}

/** Whether every witness and every service was told; sums over a part would be wrong. */
const isWhole = ({ all, services }: Pick<WitnessesResult, "all" | "services">) =>
  all.nodes.length === all.totalCount && services.nodes.length === services.totalCount;

/** Which other agencies have checked which log, and how far. */
export default function WitnessesPage() {
  const { t } = useNames();
  const [params] = useSearchParams();
  const answer = useQuery(Witnesses, { after: cursorOf(params, "after") });
  return (
    <Page
      title={t("witnesses.title")}
      description={t("witnesses.intro")}
      crumbs={[{ text: t("services.title"), to: "/services" }]}
    >
      <p>{t("witnesses.intro")}</p>
      <QueryView answer={answer}>
        {({ witnesses: { nodes, totalCount, pageInfo }, ...data }) =>
          nodes.length === 0 ? (
            <Empty title={t("witnesses.none")}>
              <p>{t("witnesses.noneText")}</p>
            </Empty>
          ) : (
            <>
              {isWhole(data) && <WitnessSummary data={data} />}
              <p>
                {t("logCheck.label")}:{" "}
                <VerifyLogs
                  standing={data._meta}
                  subject={t("logCheck.subjectWitnesses")}
                  said={witnessesSaid(nodes, isWhole(data) ? data : null)}
                />
              </p>
              <WitnessTable rows={nodes} total={totalCount} asOf={data._meta.blockTimestamp} />
              <Pagination
                shown={nodes.length}
                total={totalCount}
                hasNext={pageInfo.hasNextPage}
                endCursor={pageInfo.endCursor}
              />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
