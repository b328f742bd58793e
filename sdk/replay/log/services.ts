import type { Act, Handlers } from "../act.ts";
import { EMPTY_HEAD } from "./head.ts";
import type { ServiceState } from "./state.ts";
import { keccakHex, within } from "./within.ts";

const serviceAt = (id: string, act: Act) => act.find("service", act.state.services, id);

const headAt = (id: string, act: Act) => act.find("head", act.state.heads, id);

/** Until when a promise may be due that was given at `time` or earlier (Unix seconds). */
function dueAfter(time: bigint, { maxMergeDelay, owedUntil }: ServiceState): bigint {
  const due = time + maxMergeDelay;
  return due > owedUntil ? due : owedUntil;
}

/** Nothing more may be anchored when the last promise that was given before is due. */
function close(id: string, closedAt: bigint, act: Act): void {
  const service = serviceAt(id, act);
  service.closedAt = closedAt;
  headAt(id, act).closesAt = dueAfter(closedAt, service);
}

type Names =
  | "ServiceRegistered"
  | "ServiceRetitled"
  | "ServiceTimingChanged"
  | "ServiceSuspended"
  | "ServiceReinstated"
  | "ServiceRetired"
  | "KeyAdded"
  | "KeyEnded"
  | "GatewayAdded"
  | "GatewayEnded"
  | "ActionTypeDefined"
  | "ActionTypeWithdrawn";

export const services: Pick<Handlers<"ActionLog">, Names> = {
  ServiceRegistered: ({ service: id, agency, name, heartbeatInterval, maxMergeDelay }, act) => {
    const { state } = act;
    const entity = `service ${id}`;
    act.find("agency", state.agencies, agency);
    act.rule(!state.services.has(id), "REGISTERED_ONCE", entity, "registered twice", "once");
    const hash = keccakHex(new TextEncoder().encode(name));
    act.rule(hash === id, "SERVICE_ID_OF_NAME", entity, id, hash);
    const registeredAt = act.event.time;
    const closedAt = 0n;
    state.services.set(id, {
      name,
      agency,
      heartbeatInterval,
      maxMergeDelay,
      owedUntil: 0n,
      registeredAt,
      closedAt,
      retired: false,
    });
    state.heads.set(id, { ...EMPTY_HEAD });
  },
  ServiceRetitled: ({ service }, act) => {
    serviceAt(service, act);
  },
  ServiceTimingChanged: ({ service, heartbeatInterval, maxMergeDelay }, act) => {
    const entry = serviceAt(service, act);
    const owedUntil = dueAfter(act.event.time, entry);
    Object.assign(entry, { heartbeatInterval, maxMergeDelay, owedUntil });
  },
  ServiceSuspended: ({ service, closedAt }, act) => {
    const before = serviceAt(service, act).closedAt;
    act.rule(before === 0n, "STATE_MACHINE", `service ${service}`, "suspended", "open");
    close(service, closedAt, act);
  },
  ServiceReinstated: ({ service }, act) => {
    const entry = serviceAt(service, act);
    const suspended = entry.closedAt !== 0n && !entry.retired;
    act.rule(suspended, "STATE_MACHINE", `service ${service}`, "reinstated", "suspended");
    entry.closedAt = 0n;
    Object.assign(headAt(service, act), { closesAt: 0n, seenAt: act.event.time });
  },
  ServiceRetired: ({ service, closedAt }, act) => {
    const entry = serviceAt(service, act);
    act.rule(!entry.retired, "STATE_MACHINE", `service ${service}`, "retired twice", "once");
    entry.retired = true;
    if (entry.closedAt === 0n) close(service, closedAt, act);
  },
  KeyAdded: ({ service, keyId, use, submitter, validFrom, validUntil }, act) => {
    const keys = within(act, act.state.serviceKeys, service);
    act.rule(!keys.has(keyId), "ADDED_ONCE", `key ${keyId}`, "added twice", "once");
    keys.set(keyId, { use, submitter, validFrom, validUntil, endedAt: 0n });
  },
  KeyEnded: ({ service, keyId, endedAt }, act) => {
    act.find("key", within(act, act.state.serviceKeys, service), keyId).endedAt = endedAt;
  },
  GatewayAdded: ({ service, gateway, validFrom, validUntil }, act) => {
    const gateways = within(act, act.state.gateways, service);
    act.rule(!gateways.has(gateway), "ADDED_ONCE", `gateway ${gateway}`, "added twice", "once");
    gateways.set(gateway, { validFrom, validUntil, endedAt: 0n });
  },
  GatewayEnded: ({ service, gateway, endedAt }, act) => {
    act.find("gateway", within(act, act.state.gateways, service), gateway).endedAt = endedAt;
  },
  ActionTypeDefined: ({ service, name, version, schemaCid }, act) => {
    const types = within(act, act.state.actionTypes, service);
    const next = (types.get(name)?.version ?? 0n) + 1n;
    act.rule(version === next, "NUMBERS_WITHOUT_GAPS", `action type ${name}`, version, next);
    types.set(name, { version, schemaCid, inUse: true });
  },
  ActionTypeWithdrawn: ({ service, name }, act) => {
    act.find("action type", within(act, act.state.actionTypes, service), name).inUse = false;
  },
};
