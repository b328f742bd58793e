import type { Figure } from "../../../../sdk/verify/logs/index.ts";
import { epoch } from "../../names/epoch.ts";
import type { LogsSaid } from "./check-logs.ts";

/** A moment as the ledger writes it: Unix seconds, 0 for never. */
export const seconds = (at: string | null): number => (at === null ? 0 : epoch(at));

/** What pages that list services show of one. */
export type Listed = {
  readonly name: string;
  readonly agency: { readonly code: number };
  readonly titleTh: string;
  readonly titleEn: string;
  readonly size: number;
  readonly anchoredAt: string | null;
  readonly closedAt: string | null;
  readonly retired: boolean;
  readonly heartbeatDueAt: string | null;
  readonly brokenPromiseCount: number;
};

/** What every page that names a service shows of it. @param asOf time of the page's block: who is silent is so by then */
export function listedFigures(service: Omit<Listed, "name">, asOf: string): Omit<Figure, "of">[] {
  const { heartbeatDueAt } = service;
  const values = {
    agency: service.agency.code,
    titleTh: service.titleTh,
    titleEn: service.titleEn,
    size: service.size,
    anchoredAt: seconds(service.anchoredAt),
    closedAt: seconds(service.closedAt),
    retired: service.retired,
    heartbeatDueAt: seconds(heartbeatDueAt),
    silent: heartbeatDueAt !== null && epoch(heartbeatDueAt) < epoch(asOf),
    brokenPromises: service.brokenPromiseCount,
  } as const;
  return Object.entries(values).map(([name, value]) => ({
    name: name as keyof typeof values,
    value: String(value),
  }));
}

/** What a list shows of each service. @param all whether the page says that these are all that there are */
export function servicesSaid(rows: readonly Listed[], asOf: string, all: boolean): LogsSaid {
  return {
    scope: { of: "services", services: rows.map(({ name }) => name), all },
    figures: rows.flatMap((row) => [
      { name: "listed", of: row.name, value: "true" },
      ...listedFigures(row, asOf).map((one) => ({ ...one, of: row.name })),
    ]),
    left: all ? "services" : "servicesPart",
  };
}
