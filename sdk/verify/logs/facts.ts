import { decodeBytes32String, getBytes } from "ethers";
import { CID } from "multiformats/cid";
import { serviceEvents } from "../log-events.ts";
import type { LogEvent, LogOnNode } from "../log-events.ts";
import { blockTimes, blockOf } from "./block-times.ts";
import type { Figure } from "./figures.ts";
import { keyText, typeText, windowText } from "./texts.ts";

const USES = ["SUBMISSION", "CHECKPOINT"];
const ALGORITHMS = ["ED25519", "P256"];
const BREACHES = ["DEADLINE_MISSED", "WRONG_LEAF"];

const lower = (value: unknown) => String(value).toLowerCase();
/** A number of the contract that stands for one of the names. */
const named = (names: readonly string[], value: unknown) => names[Number(value)] ?? String(value);

function keys(events: readonly LogEvent[]): Figure[] {
  const endedOf = new Map(
    events.flatMap(({ name, args }) =>
      name === "KeyEnded" || name === "GatewayEnded"
        ? [[lower(args["keyId"] ?? args["gateway"]), args["endedAt"]]]
        : [],
    ),
  );
  return events.flatMap(({ name, args }): Figure[] => {
    const of = lower(args["keyId"] ?? args["gateway"]);
    const window = windowText(args["validFrom"], args["validUntil"], endedOf.get(of));
    if (name === "GatewayAdded") return [{ name: "gateway", of, value: window }];
    if (name !== "KeyAdded") return [];
    const key = {
      use: named(USES, args["use"]),
      algorithm: named(ALGORITHMS, args["algorithm"]),
      submitter: decodeBytes32String(String(args["submitter"])) || null,
      publicKey: lower(args["publicKey"]),
      window,
    };
    return [{ name: "key", of, value: keyText(key) }];
  });
}

function types(events: readonly LogEvent[]): Figure[] {
  const schemas = new Map<string, { name: string; version: string; schema: string }>();
  const inUse = new Map<string, string>();
  for (const { name: event, args } of events) {
    const [name, version] = [String(args["name"]), String(args["version"])];
    if (event === "ActionTypeWithdrawn") inUse.delete(name);
    if (event !== "ActionTypeDefined") continue;
    const schema = CID.decode(getBytes(String(args["schemaCid"]))).toString();
    schemas.set(`${name} ${version}`, { name, version, schema });
    inUse.set(name, version);
  }
  return [...schemas].map(([of, { name, version, schema }]) => ({
    name: "type",
    of,
    value: typeText(schema, inUse.get(name) === version),
  }));
}

/** The newest titles of services by id. */
export function titlesIn(events: readonly LogEvent[]): Map<string, Figure[]> {
  const titles = new Map<string, Figure[]>();
  for (const { name, args } of events) {
    if (name !== "ServiceRegistered" && name !== "ServiceRetitled") continue;
    titles.set(lower(args["service"]), [
      { name: "titleTh", value: String(args["titleTh"]) },
      { name: "titleEn", value: String(args["titleEn"]) },
    ]);
  }
  return titles;
}

/**
 * What a service's events say of it and its storage does not: titles, keys, gateways and action types with all that
 * ended, and each promise that was shown to be broken.
 *
 * @throws RpcError
 */
export async function readFacts(log: LogOnNode, service: string, signal?: AbortSignal): Promise<Figure[]> {
  const names = [
    ...(["ServiceRegistered", "ServiceRetitled", "KeyAdded", "KeyEnded"] as const),
    ...(["GatewayAdded", "GatewayEnded", "ActionTypeDefined", "ActionTypeWithdrawn"] as const),
    "PromiseBroken" as const,
  ];
  const events = await serviceEvents(log, names, service, [0, log.block], signal);
  const broken = events.filter(({ name }) => name === "PromiseBroken");
  const times = await blockTimes(log, broken, signal);
  return [
    ...[...titlesIn(events).values()].flat(),
    ...keys(events),
    ...types(events),
    ...broken.flatMap((event): Figure[] => {
      const { statementHash, breach, index } = event.args;
      const of = `${lower(statementHash)} ${named(BREACHES, breach)}`;
      return [
        { name: "brokenIndex", of, value: String(index) },
        { name: "brokenAt", of, value: String(times.get(blockOf(event))) },
      ];
    }),
  ];
}
