import { epoch } from "../../names/epoch.ts";
import type { WitnessesResult } from "./witnesses.graphql.ts";

type Agency = WitnessesResult["all"]["nodes"][number]["agency"];
type Service = WitnessesResult["services"]["nodes"][number];

/** How long a witness may leave entries unchecked before the page calls it late, seconds. The ledger sets no time. */
const LATE_AFTER = 86_400;

/** Whether there are entries to check and the witness signed nothing for that long. */
export const isLate = (outstanding: number, since: string, now: number): boolean =>
  outstanding > 0 && now - epoch(since) > LATE_AFTER;

/** What one agency has checked of all logs that are not its own. */
export interface WitnessStanding {
  readonly agency: Agency;
  /** services with entries, its own left out, and how many of them it has checked to their end */
  readonly services: number;
  readonly complete: number;
  /** entries not checked yet, and in how many services */
  readonly outstanding: number;
  readonly outstandingIn: number;
  readonly isLate: boolean;
  /** when it signed last, ISO 8601 */
  readonly signedAt: string;
}

/** Each witness over all services, and the services with entries that no witness has checked. */
export function standings(
  { all, services }: Pick<WitnessesResult, "all" | "services">,
  now: number,
): { witnesses: WitnessStanding[]; unseen: Service[] } {
  const logs = services.nodes.filter(({ size }) => size > 0);
  const byAgency = new Map<number, WitnessesResult["all"]["nodes"][number][]>();
  for (const one of all.nodes) byAgency.set(one.agency.code, [...(byAgency.get(one.agency.code) ?? []), one]);
  const witnesses = [...byAgency.values()].map((signed) => {
    const { agency } = signed[0]!;
    const sizes = new Map(signed.map((one) => [one.service.name, one]));
    const open = logs
      .filter((log) => log.agency.code !== agency.code)
      .map((log) => {
        const last = sizes.get(log.name);
        const outstanding = log.size - (last?.size ?? 0);
        return { outstanding, late: isLate(outstanding, last?.timestamp ?? log.registeredAt, now) };
      });
    const unchecked = open.filter(({ outstanding }) => outstanding > 0);
    return {
      agency,
      services: open.length,
      complete: open.length - unchecked.length,
      outstanding: unchecked.reduce((sum, { outstanding }) => sum + outstanding, 0),
      outstandingIn: unchecked.length,
      isLate: unchecked.some(({ late }) => late),
      signedAt: signed.reduce((last, { timestamp }) => (timestamp > last ? timestamp : last), ""),
    };
  });
  const seen = new Set(all.nodes.map(({ service }) => service.name));
  return { witnesses, unseen: logs.filter(({ name }) => !seen.has(name)) };
}
