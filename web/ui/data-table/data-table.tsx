import { useState } from "react";
import { Link } from "react-router";
import type { To } from "react-router";
import type { ReactNode } from "react";
import { harmless } from "../../i18n/harmless.ts";
import { useTexts } from "../../i18n/use-texts.ts";
import { useHydrated } from "../use-hydrated.ts";
import { nextOrder, sortRows } from "./columns.ts";
import type { Column, Order } from "./columns.ts";
import styles from "./data-table.module.css";
import { DownloadTable } from "./download-table.tsx";

export type Downloads = { readonly csv: string; readonly ndjson?: string };

type Props<Row> = {
  /** Says what the table shows; always visible. */
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Given when the server sorts: its order, and the address of another. Otherwise the table sorts the rows that it has. */
  order?: Order | null;
  orderTo?: (order: Order) => To;
  /** Addresses of exactly this view; without them the rows shown can be saved. */
  downloads?: Downloads;
  fileName?: string;
};

/** Words of others must not turn the cells beside them. */
const shownCell = (content: ReactNode) => (typeof content === "string" ? harmless(content) : content);

/** A captioned table that sorts, downloads, and becomes cards on a phone without ceasing to be a table. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, orderTo, downloads, fileName } = props;
  const { t } = useTexts();
  const [ownOrder, setOwnOrder] = useState<Order | null>(null);
  const isHydrated = useHydrated();
  const order = orderTo ? (props.order ?? null) : ownOrder;
  // There is nothing to put in order among fewer than two.
  const canSort = rows.length > 1;
  // Two short columns stand beside each other on every screen.
  const becomesCards = columns.length > 2;
  const shown = orderTo ? rows : sortRows(rows, columns, order);
  return (
    <div className={styles.box}>
      <table role="table" className={`${styles.table} ${becomesCards ? styles.cards : styles.pair}`}>
        <caption>
          {caption}
          {canSort && columns.some(({ sortable }) => sortable) && (
            <span aria-hidden="true" className={styles.sortLabel}>
              {t("table.sort")}
            </span>
          )}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, header, kind, sortable }) => {
              const sorted = order?.key === key ? (order.descending ? "descending" : "ascending") : undefined;
              return (
                <th
                  key={key}
                  role="columnheader"
                  scope="col"
                  className={styles[kind ?? "short"]}
                  aria-sort={sorted}
                >
                  {!sortable || !canSort ? (
                    header
                  ) : orderTo ? (
                    <Link to={orderTo(nextOrder(key, order))} preventScrollReset className={styles.sort}>
                      <SortLabel header={header} sorted={sorted} />
                    </Link>
                  ) : (
                    <button
                      type="button"
                      disabled={!isHydrated}
                      onClick={() => setOwnOrder(nextOrder(key, order))}
                      className={styles.sort}
                    >
                      <SortLabel header={header} sorted={sorted} />
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map(({ key, header, kind, cell }) => (
                <td key={key} role="cell" data-label={header} className={styles[kind ?? "short"]}>
                  <div>{shownCell(cell(row))}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.none}>{t("table.empty")}</p>}
      {rows.length > 0 && (downloads || fileName) && (
        <DownloadTable downloads={downloads} rows={shown} columns={columns} fileName={fileName} />
      )}
    </div>
  );
}

function SortLabel({ header, sorted }: { header: string; sorted: "ascending" | "descending" | undefined }) {
  const { t } = useTexts();
  return (
    <>
      {header}
      <span aria-hidden="true">{sorted ? (sorted === "descending" ? "▼" : "▲") : "↕"}</span>
      <span className="visually-hidden">
        {sorted
          ? t(sorted === "descending" ? "table.sortedDown" : "table.sortedUp")
          : t("table.sortBy", { column: header })}
      </span>
    </>
  );
}
