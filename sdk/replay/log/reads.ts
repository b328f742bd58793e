import { fromHex } from "../../hex.ts";
import { readsOf } from "../read.ts";
import type { ExpectedRead } from "../read.ts";
import type { LedgerState } from "../state.ts";
import type { ServiceState } from "./state.ts";
import { keccakHex } from "./within.ts";

const log = readsOf("ActionLog");

const windowOf = ({
  validFrom,
  validUntil,
  endedAt,
}: {
  readonly validFrom: bigint;
  readonly validUntil: bigint;
  readonly endedAt: bigint;
}) => ({ validFrom, validUntil, endedAt });

/** What must be asked of a service's keys, gateways and action types. */
function* keeping(state: LedgerState, id: string): Generator<ExpectedRead> {
  for (const [keyId, key] of state.serviceKeys.get(id) ?? [])
    yield log(`key ${keyId}`, "key", [id, keyId], key.use, key.submitter, windowOf(key));
  for (const [gateway, window] of state.gateways.get(id) ?? []) {
    const last = window.endedAt === 0n ? window.validUntil : window.endedAt - 1n;
    const valid = last >= window.validFrom;
    yield log(`gateway ${gateway}`, "isGatewayAt", [id, gateway, window.validFrom], valid);
    yield log(`gateway ${gateway}`, "isGatewayAt", [id, gateway, last + 1n], false);
  }
  for (const [name, { version, schemaCid, inUse }] of state.actionTypes.get(id) ?? [])
    yield log(`action type ${name}`, "actionType", [id, name], version, keccakHex(fromHex(schemaCid)), inUse);
}

/** What the contract answers of a service; its name is in the event only. */
const kept = ({
  agency,
  heartbeatInterval,
  maxMergeDelay,
  registeredAt,
  closedAt,
  retired,
}: ServiceState): Omit<ServiceState, "name" | "owedUntil"> => ({
  agency,
  heartbeatInterval,
  maxMergeDelay,
  registeredAt,
  closedAt,
  retired,
});

export function* logReads(state: LedgerState): Generator<ExpectedRead> {
  yield log("services", "services", [], [...state.services.keys()]);
  for (const [id, service] of state.services) {
    const entity = `service ${id}`;
    yield log(entity, "service", [id], kept(service));
    yield log(entity, "head", [id], { ...state.heads.get(id)! });
    const breaches = state.broken.get(id) ?? [];
    yield log(entity, "brokenPromises", [id], BigInt(breaches.length));
    for (const [hash, breach] of breaches) yield log(`promise ${hash}`, "isReported", [hash, breach], true);
    for (const [agency, size] of state.cosigned.get(id) ?? [])
      yield log(entity, "cosignedSize", [id, agency], size);
    yield* keeping(state, id);
  }
}
