import type { Figure } from "../../../../sdk/verify/logs/index.ts";
import { seconds } from "../../verify/logs/said.ts";
import type { LogsSaid } from "../../verify/logs/check-logs.ts";
import type { WitnessesResult } from "./witnesses.graphql.ts";

type Row = WitnessesResult["witnesses"]["nodes"][number];
type Whole = Pick<WitnessesResult, "all" | "services">;

const confirmed = ({ agency, service, size, timestamp }: Whole["all"]["nodes"][number]): Figure[] => {
  const of = `${agency.code} ${service.name}`;
  return [
    { name: "cosigned", of, value: String(size) },
    { name: "cosignedAt", of, value: String(seconds(timestamp)) },
  ];
};

const logOf = ({ name: of, size, agency, registeredAt }: Whole["services"]["nodes"][number]): Figure[] => [
  { name: "size", of, value: String(size) },
  { name: "agency", of, value: String(agency.code) },
  { name: "registeredAt", of, value: String(seconds(registeredAt)) },
];

/**
 * What the page shows of each witness and of the logs that were checked.
 *
 * @param whole all witnesses and services, where the page speaks of all of them
 */
export function witnessesSaid(rows: readonly Row[], whole: Whole | null): LogsSaid {
  return {
    scope: {
      of: "witnesses",
      pairs: rows.map(({ agency, service }) => ({ agency: agency.code, service: service.name })),
      all: whole !== null,
    },
    figures: [
      ...rows.flatMap(confirmed),
      ...rows.map(({ service }): Figure => ({ name: "size", of: service.name, value: String(service.size) })),
      ...(whole ? [...whole.all.nodes.flatMap(confirmed), ...whole.services.nodes.flatMap(logOf)] : []),
    ],
    left: whole ? "witnesses" : "witnessesPart",
  };
}
