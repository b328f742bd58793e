import { memo, Suspense } from "react";
import { Link } from "react-router";
import type { Column } from "../../../ui/data-table/columns.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import type { Downloads } from "../../../ui/data-table/data-table.tsx";
import { Moment } from "../../../ui/time/time.tsx";
import { ServiceStatus } from "../../log/service-status.tsx";
import { useCatalogue } from "../../names/catalogue.ts";
import { useNames } from "../../parts.tsx";
import type { ServicesResult } from "./services.graphql.ts";
import styles from "./services.module.css";

type Row = ServicesResult["services"]["nodes"][number];
type Props = { caption: string; rows: readonly Row[]; asOf: string; downloads: Downloads };

/** What the public can check with a service's log; nothing where the catalogue does not know it. */
function Purpose({ name }: { name: string }) {
  const { pick } = useNames();
  const known = useCatalogue(name);
  return known && <p className={styles.purpose}>{pick(known.purpose)}</p>;
}

/** Remembered, so that what a server drew stays until the words are there: a table that is drawn anew changes nothing. */
const PurposeOf = memo(function PurposeOf({ name }: { name: string }) {
  return (
    <Suspense>
      <Purpose name={name} />
    </Suspense>
  );
});

export function ServiceTable({ caption, rows, asOf, downloads }: Props) {
  const { t, pick, count, agencyName } = useNames();
  const never = t("services.never");
  const lastAction = ({ actions, size }: Row) => {
    const [last] = actions.nodes;
    return !last && size > 0 ? t("services.notShown") : moment(last?.happenedAt ?? null);
  };
  const moment = (at: string | null) => (at === null ? never : <Moment at={at} />);
  const columns: Column<Row>[] = [
    {
      key: "service",
      header: t("services.service"),
      kind: "text",
      cell: ({ name, titleTh, titleEn }) => (
        <>
          <Link to={`/services/${name}`}>{pick({ th: titleTh, en: titleEn })}</Link>
          <PurposeOf name={name} />
        </>
      ),
    },
    {
      key: "agency",
      header: t("services.answers"),
      cell: ({ agency }) => <Link to={`/agency/${agency.code}`}>{agencyName(agency)}</Link>,
    },
    {
      key: "state",
      header: t("services.state"),
      cell: (row) => <ServiceStatus service={row} asOf={asOf} />,
    },
    { key: "entries", header: t("services.entries"), kind: "amount", cell: ({ size }) => count(size) },
    { key: "lastAction", header: t("services.lastAction"), cell: lastAction },
    { key: "lastAnchor", header: t("services.lastAnchor"), cell: ({ anchoredAt }) => moment(anchoredAt) },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      downloads={downloads}
    />
  );
}
