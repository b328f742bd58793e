import { listedFigures } from "../../verify/logs/said.ts";
import type { LogsSaid } from "../../verify/logs/check-logs.ts";
import type { ServicesResult } from "./services.graphql.ts";

type Row = ServicesResult["services"]["nodes"][number];

/** What the list shows of each service. @param all whether the page says that these are all that there are */
export function servicesSaid(rows: readonly Row[], asOf: string, all: boolean): LogsSaid {
  return {
    scope: { of: "services", services: rows.map(({ name }) => name), all },
    figures: rows.flatMap((row) => [
      { name: "listed", of: row.name, value: "true" },
      ...listedFigures(row, asOf).map((one) => ({ ...one, of: row.name })),
    ]),
    left: all ? "services" : "servicesPart",
  };
}
