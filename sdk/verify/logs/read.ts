import { serviceId } from "../../log/service-id.ts";
import { serviceEvents } from "../log-events.ts";
import type { LogOnNode } from "../log-events.ts";
import { readAnchors } from "./anchors.ts";
import { agencyCodes, MOST_PAIRS, readCosigned } from "./cosigned.ts";
import type { Pair } from "./cosigned.ts";
import { readFacts, titlesIn } from "./facts.ts";
import type { Figure } from "./figures.ts";
import { readStates } from "./state.ts";

/** The registers of the ledger that know of logs and of witnesses, as a node serves them. */
export type Logs = LogOnNode & {
  /** Unix seconds of the block */
  readonly blockTime: number;
  /** address of the AgencyRegistry */
  readonly agencyRegistry: string;
};

/**
 * What a page shows of logs: everything of one service, with so many of its newest anchors and the witnesses that have
 * confirmed so many of its entries; how services stand, all that there are or those named; who has confirmed whose log, all
 * or those pairs.
 */
export type LogScope =
  | {
      readonly of: "service";
      readonly service: string;
      readonly anchors: number;
      readonly confirmed: number;
    }
  | { readonly of: "services"; readonly services: readonly string[]; readonly all: boolean }
  | { readonly of: "witnesses"; readonly pairs: readonly Pair[]; readonly all: boolean };

/** Figures of the scope, or how many pairs there are when they are too many to be asked for one by one. */
export type FiguresRead = { readonly figures: Figure[] } | { readonly tooMany: number };

/**
 * Reads from the ledger every figure of the scope that it can say; nothing that a website says goes into it but the
 * registers' addresses and the names.
 *
 * @throws RpcError
 */
export async function readFigures(logs: Logs, scope: LogScope, signal?: AbortSignal): Promise<FiguresRead> {
  if (scope.of === "service") return await readService(logs, scope, signal);
  const names = await serviceNames(logs, signal);
  return scope.of === "services"
    ? { figures: await readServices(logs, scope, names, signal) }
    : await readWitnesses(logs, scope, names, signal);
}

type ScopeOf<Of> = Extract<LogScope, { of: Of }>;

async function readService(
  logs: Logs,
  { service, anchors, confirmed }: ScopeOf<"service">,
  signal?: AbortSignal,
): Promise<FiguresRead> {
  const agencies = await agencyCodes(logs, logs.agencyRegistry, signal);
  if (agencies.length > MOST_PAIRS) return { tooMany: agencies.length };
  const state = await readStates(logs, [service], logs.blockTime, signal);
  const pairs = agencies.map((agency) => ({ service, agency }));
  const how = { withTimes: false, of: ({ agency }: Pair) => String(agency) };
  const witnesses = await readCosigned(logs, pairs, how, signal);
  return {
    figures: [
      ...(state.get(service) ?? []),
      ...(await readFacts(logs, service, signal)),
      ...(await readAnchors(logs, service, anchors, signal)),
      ...witnesses.filter(({ value }) => Number(value) >= confirmed),
    ],
  };
}

/** Names and titles of every service, by id. */
async function serviceNames(logs: Logs, signal?: AbortSignal) {
  const told = await serviceEvents(
    logs,
    ["ServiceRegistered", "ServiceRetitled"],
    null,
    [0, logs.block],
    signal,
  );
  const names = told.flatMap(({ name, args }) =>
    name === "ServiceRegistered" ? [String(args["name"])] : [],
  );
  return { names, titles: titlesIn(told) };
}

type Named = Awaited<ReturnType<typeof serviceNames>>;

/** Of a service in a list, without what lists do not show. */
const LISTED = new Set<Figure["name"]>([
  ...(["agency", "titleTh", "titleEn", "closedAt", "retired", "heartbeatDueAt", "silent"] as const),
  ...(["size", "anchoredAt", "brokenPromises"] as const),
]);

async function readServices(
  logs: Logs,
  { services, all }: ScopeOf<"services">,
  { names, titles }: Named,
  signal?: AbortSignal,
): Promise<Figure[]> {
  const states = await readStates(logs, services, logs.blockTime, signal);
  const there = all ? names : names.filter((name) => services.includes(name));
  return [
    ...there.map((of): Figure => ({ name: "listed", of, value: "true" })),
    ...[...states].flatMap(([of, state]) =>
      [...state, ...(titles.get(serviceId(of)) ?? [])]
        .filter(({ name }) => LISTED.has(name))
        .map((one) => ({ ...one, of })),
    ),
  ];
}

async function readWitnesses(
  logs: Logs,
  { pairs, all }: ScopeOf<"witnesses">,
  { names }: Named,
  signal?: AbortSignal,
): Promise<FiguresRead> {
  const asked = all
    ? (await agencyCodes(logs, logs.agencyRegistry, signal)).flatMap((agency) =>
        names.map((service) => ({ service, agency })),
      )
    : pairs;
  if (asked.length > MOST_PAIRS) return { tooMany: asked.length };
  const of = ({ service, agency }: Pair) => `${agency} ${service}`;
  const cosigned = await readCosigned(logs, asked, { withTimes: true, of }, signal);
  const services = all ? names : [...new Set(pairs.map(({ service }) => service))];
  const shown = new Set<Figure["name"]>(all ? ["size", "agency", "registeredAt"] : ["size"]);
  const states = await readStates(logs, services, logs.blockTime, signal);
  const logsOf = [...states].flatMap(([service, state]) =>
    state.filter(({ name }) => shown.has(name)).map((one) => ({ ...one, of: service })),
  );
  return { figures: [...cosigned, ...logsOf] };
}
