import { useMemo } from "react";
import { bangkokDate, toIsoDate } from "../../../../sdk/calendar-date.ts";
import { BarChart } from "../../../ui/chart/bar-chart.tsx";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Day } from "../../../ui/time/time.tsx";
import { QueryView } from "../../data/query-view.tsx";
import { useQuery } from "../../data/use-query.ts";
import { useNames } from "../../parts.tsx";
import { ServiceActivity } from "./service-activity.graphql.ts";
import type { ServiceActivityResult } from "./service-activity.graphql.ts";
import type { Service } from "./service.tsx";

const DAYS = 14;
const DAY = 86_400_000;

type Count = { readonly day: string; readonly count: number };

/** So many days up to the last one, those without any entry too. */
function wholeDays(last: string, counted: readonly Count[]): Count[] {
  const known = new Map(counted.map(({ day, count }) => [day, count]));
  const end = Date.parse(last);
  return Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(end - (DAYS - 1 - index) * DAY).toISOString().slice(0, 10);
    return { day, count: known.get(day) ?? 0 };
  });
}

function Chart({ last, data }: { last: string; data: ServiceActivityResult }) {
  const { t, count, date, shortDay } = useNames();
  const days = useMemo(() => wholeDays(last, data.service?.activity ?? []), [last, data]);
  const unit = t("service.activity.unit");
  const chart = useMemo(
    () => ({
      unit,
      bars: days.map(({ day, count: value }) => ({ label: shortDay(day), value, shown: count(value) })),
    }),
    // Formatters give the same text for the same language, which the unit stands for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [days, unit],
  );
  const most = days.reduce((one, other) => (other.count > one.count ? other : one));
  const columns: Column<Count>[] = [
    {
      key: "day",
      header: t("service.activity.day"),
      kind: "date",
      cell: ({ day }) => <Day at={day} />,
      value: ({ day }) => day,
    },
    {
      key: "count",
      header: t("service.activity.count"),
      kind: "amount",
      cell: (one) => count(one.count),
      value: (one) => one.count,
    },
  ];
  return (
    <>
      <BarChart
        data={chart}
        sentence={t("service.activity.sentence", {
          days: DAYS,
          last: date(last),
          count: days.reduce((sum, one) => sum + one.count, 0),
          day: date(most.day),
          most: count(most.count),
        })}
      />
      <DataTable
        caption={t("service.activity.caption")}
        columns={columns}
        rows={days.toReversed()}
        rowKey={({ day }) => day}
        fileName="activity"
      />
    </>
  );
}

/** How many entries each of the last days had: a picture, and the same figures as a table. */
export function Activity({ service }: { service: Service }) {
  const { t } = useNames();
  const newest = service.actions.nodes[0]?.happenedAt;
  return (
    <>
      <h2>{t("service.activity.title")}</h2>
      {newest === undefined ? (
        <p>{t(service.size > 0 ? "service.noneShown" : "service.activity.none")}</p>
      ) : (
        <Counted name={service.name} last={toIsoDate(bangkokDate(new Date(newest)))} />
      )}
    </>
  );
}

function Counted({ name, last }: { name: string; last: string }) {
  const from = new Date(Date.parse(last) - (DAYS - 1) * DAY).toISOString().slice(0, 10);
  const answer = useQuery(ServiceActivity, { name, from, to: last });
  return (
    <QueryView answer={answer} lines={14}>
      {(data) => <Chart last={last} data={data} />}
    </QueryView>
  );
}
