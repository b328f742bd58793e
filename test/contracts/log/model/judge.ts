/** The action log's rules in TypeScript, written from the design and not from the Solidity: the oracle of random traces. */
import { equalBytes } from "../../../../sdk/hex.ts";
import { START } from "../../../support/ledger.ts";
import { Duty, people, type Person, type PersonName } from "../../../support/people.ts";
import { statementHash } from "../../../support/log/promise.ts";
import { closesAt, holds, type Promised, type Service, type World } from "./world.ts";

/** Who calls: an officer, the registrar, or an account that may be a gateway. */
export type Caller = PersonName | "registrar" | { gateway: string };

/** A call by what it means; `move` makes the transaction of it. */
export type Call =
  | { what: "register"; id: string; agency: number; heartbeat: number; delay: number }
  | { what: "suspend" | "reinstate" | "retire" | "retitle"; id: string }
  | { what: "time"; id: string; heartbeat: number; delay: number }
  | { what: "addKey"; id: string; key: string; from: number; until: number }
  | { what: "endKey"; id: string; key: string }
  | { what: "addGateway"; id: string; account: string; from: number; until: number }
  | { what: "endGateway"; id: string; account: string }
  | { what: "define"; id: string; name: string; schema: string }
  | { what: "withdraw"; id: string; name: string }
  | { what: "anchor"; anchors: { id: string; leaves: Uint8Array[]; prefix: number; spoilt: boolean }[] }
  | { what: "heartbeat"; ids: string[] }
  | { what: "cosign"; id: string; leaves: Uint8Array[]; spoilt: boolean }
  | { what: "missed"; promise: Promised }
  | { what: "wrong"; promise: Promised; offset: number; was: Uint8Array; is: Uint8Array };

class Stop extends Error {}

const isFirst = (prefix: readonly Uint8Array[], all: readonly Uint8Array[]) =>
  prefix.length <= all.length && prefix.every((leaf, at) => equalBytes(leaf, all[at]!));

class Turn {
  readonly world: World;
  readonly by: Caller;
  /** Every error that the call earns, in no particular order: the contract may report any of them. */
  readonly refusals = new Set<string>();

  constructor(world: World, by: Caller) {
    this.world = world;
    this.by = by;
  }

  refuse(error: string, when = true): void {
    if (when) this.refusals.add(error);
  }

  service(id: string): Service {
    const service = this.world.services.get(id);
    if (service) return service;
    this.refuse("ServiceRegistryServiceUnknown");
    // A caller without the right may be told that first.
    this.refuse("AccessManagedUnauthorized", this.by !== "registrar");
    throw new Stop();
  }

  registrar(): void {
    this.refuse("AccessManagedUnauthorized", this.by !== "registrar");
  }

  officer(duty: number, agency?: number): Person | undefined {
    if (typeof this.by === "object" || this.by === "registrar") {
      this.refuse("AgencyRegistryOfficerUnknown");
      return undefined;
    }
    const person: Person = people[this.by];
    const { revoked, validFrom = -86_400, validUntil = 40 * 365 * 86_400 } = person;
    const age = this.world.now - START;
    this.refuse("AgencyRegistryOfficerRevoked", revoked === true);
    this.refuse("AgencyRegistryOfficerNotInForce", age < validFrom || age > validUntil);
    this.refuse("AgencyRegistryDutyMissing", (person.duties & duty) === 0);
    this.refuse("AgencyRegistryOtherAgency", agency !== undefined && person.agency !== agency);
    return person;
  }

  /** The service, kept by the caller. */
  kept(id: string, mustBeOpen = false): Service {
    const service = this.service(id);
    this.officer(Duty.SERVICES, service.agency);
    this.refuse("ServiceRegistryServiceClosed", mustBeOpen && service.closed !== undefined);
    return service;
  }

  gateway(id: string): void {
    const service = this.world.services.get(id);
    const account = typeof this.by === "object" ? this.by.gateway : "";
    const window = service?.gateways.get(account);
    this.refuse("ServiceRegistryGatewayNotInForce", !window || !holds(window, this.world.now));
  }

  taking(service: Service): void {
    this.refuse("ActionLogClosed", service.closed !== undefined && this.world.now > closesAt(service));
  }

  timing(heartbeat: number, delay: number): void {
    this.refuse("ServiceRegistryDelayOutOfRange", delay < 1 || delay > 86_400);
    this.refuse("ServiceRegistryHeartbeatTooShort", heartbeat > 0 && heartbeat < delay);
  }

  window(from: number, until: number): void {
    this.refuse("ServiceRegistryWindowEmpty", from > until || until < this.world.now);
  }

  /** The service of a promise that one of its gateways gave, not reported in this way before. */
  promised({ statement, signer }: Promised, breach: string): { service: Service; key: string } {
    const { service: id, issuedAt } = statement;
    const service = this.world.services.get(id);
    const window = signer === undefined ? undefined : service?.gateways.get(signer);
    const key = `${statementHash(statement)} ${breach}`;
    this.refuse("ActionLogNotPromised", !window || !holds(window, issuedAt));
    if (!service) throw new Stop();
    this.refuse("ActionLogAlreadyReported", service.breaches.has(key));
    return { service, key };
  }
}

/**
 * What the ledger must say to a call at `now` (Unix seconds).
 *
 * @returns names of the errors that would be true of it, none when it must be accepted; and the world after it
 */
export function judge(
  world: World,
  by: Caller,
  call: Call,
  now: number,
): { refusals: ReadonlySet<string>; world: World } {
  const turn = new Turn(world.clone(), by);
  turn.world.now = now;
  try {
    apply(turn, call);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  if (turn.refusals.size === 0) return { refusals: turn.refusals, world: turn.world };
  const same = world.clone();
  same.now = now;
  return { refusals: turn.refusals, world: same };
}

function apply(turn: Turn, call: Call): void {
  const { world } = turn;
  const { now } = world;
  switch (call.what) {
    case "register": {
      turn.registrar();
      turn.refuse("ServiceRegistryServiceExists", world.services.has(call.id));
      turn.timing(call.heartbeat, call.delay);
      if (turn.refusals.size > 0) return;
      const { id, agency, heartbeat, delay } = call;
      const none = { closed: undefined, retired: false, leaves: [], anchors: 0, anchored: 0, heard: 0 };
      const timings = [{ since: now, heartbeat, delay }];
      const [keys, gateways, types, cosigned, breaches] = [
        new Map(),
        new Map(),
        new Map(),
        new Map(),
        new Set<string>(),
      ];
      world.services.set(id, {
        ...{ id, agency, timings, registered: now, keys, gateways, types, cosigned, breaches },
        ...none,
      });
      return;
    }
    case "suspend": {
      turn.registrar();
      const service = turn.service(call.id);
      turn.refuse("ServiceRegistryServiceClosed", service.closed !== undefined);
      service.closed = now;
      return;
    }
    case "reinstate": {
      turn.registrar();
      const service = turn.service(call.id);
      turn.refuse("ServiceRegistryServiceRetired", service.retired);
      turn.refuse("ServiceRegistryServiceOpen", service.closed === undefined);
      service.closed = undefined;
      service.heard = now;
      return;
    }
    case "retire": {
      const service = turn.kept(call.id);
      turn.refuse("ServiceRegistryServiceRetired", service.retired);
      service.retired = true;
      service.closed ??= now;
      return;
    }
    case "retitle":
      turn.kept(call.id);
      return;
    case "time": {
      const { heartbeat, delay } = call;
      const service = turn.kept(call.id, true);
      turn.timing(heartbeat, delay);
      service.timings.push({ since: now, heartbeat, delay });
      return;
    }
    case "addKey": {
      const { keys } = turn.kept(call.id, true);
      turn.window(call.from, call.until);
      turn.refuse("ServiceRegistryKeyExists", keys.has(call.key));
      keys.set(call.key, { from: call.from, until: call.until, ended: undefined });
      return;
    }
    case "endKey": {
      const key = turn.kept(call.id).keys.get(call.key);
      turn.refuse("ServiceRegistryKeyUnknown", !key);
      turn.refuse("ServiceRegistryKeyEnded", key?.ended !== undefined);
      if (key) key.ended = now;
      return;
    }
    case "addGateway": {
      const { gateways } = turn.kept(call.id, true);
      turn.window(call.from, call.until);
      turn.refuse("ServiceRegistryGatewayExists", gateways.has(call.account));
      gateways.set(call.account, { from: call.from, until: call.until, ended: undefined });
      return;
    }
    case "endGateway": {
      const gateway = turn.kept(call.id).gateways.get(call.account);
      turn.refuse("ServiceRegistryGatewayUnknown", !gateway);
      turn.refuse("ServiceRegistryGatewayEnded", gateway?.ended !== undefined);
      if (gateway) gateway.ended = now;
      return;
    }
    case "define": {
      const { types } = turn.kept(call.id, true);
      const type = types.get(call.name);
      turn.refuse("ServiceRegistrySchemaUnchanged", type?.inUse === true && type.schema === call.schema);
      types.set(call.name, { version: (type?.version ?? 0) + 1, schema: call.schema, inUse: true });
      return;
    }
    case "withdraw": {
      const type = turn.kept(call.id, true).types.get(call.name);
      turn.refuse("ServiceRegistryActionTypeUnknown", !type?.inUse);
      if (type) type.inUse = false;
      return;
    }
    case "anchor":
      for (const { id, leaves, prefix, spoilt } of call.anchors) {
        turn.gateway(id);
        const service = world.services.get(id);
        if (!service) throw new Stop();
        turn.taking(service);
        turn.refuse("ActionLogNotLonger", leaves.length <= service.leaves.length);
        const proven = prefix === service.leaves.length && !spoilt;
        turn.refuse("ActionLogNotAnExtension", !proven || !isFirst(service.leaves, leaves));
        Object.assign(service, { leaves, anchors: service.anchors + 1, anchored: now, heard: now });
      }
      return;
    case "heartbeat":
      for (const id of call.ids) {
        turn.gateway(id);
        const service = world.services.get(id);
        if (!service) throw new Stop();
        turn.taking(service);
        service.heard = now;
      }
      return;
    case "cosign": {
      const { leaves, spoilt } = call;
      const witness = turn.officer(Duty.WITNESS);
      if (!world.services.has(call.id)) turn.refuse("ServiceRegistryServiceUnknown");
      const service = world.services.get(call.id);
      if (!service || !witness) throw new Stop();
      turn.refuse("ActionLogWitnessNotIndependent", witness.agency === service.agency);
      turn.refuse("ActionLogNothingToCosign", leaves.length === 0);
      turn.refuse("ActionLogAlreadyCosigned", leaves.length <= (service.cosigned.get(witness.agency) ?? 0));
      turn.refuse("ActionLogNotABeginning", spoilt || !isFirst(leaves, service.leaves));
      service.cosigned.set(witness.agency, leaves.length);
      return;
    }
    case "missed": {
      const { deadline, firstIndex, count } = call.promise.statement;
      const { service, key } = turn.promised(call.promise, "missed");
      turn.refuse("ActionLogDeadlineAhead", now <= deadline);
      turn.refuse("ActionLogPromiseAnchored", service.leaves.length >= Number(firstIndex) + Number(count));
      service.breaches.add(key);
      return;
    }
    case "wrong": {
      const { promise, offset, was, is } = call;
      const { service, key } = turn.promised(promise, "wrong");
      const promised = promise.leaves[offset];
      turn.refuse("ActionLogLeafNotPromised", !promised || !equalBytes(promised, was));
      const anchored = service.leaves[Number(promise.statement.firstIndex) + offset];
      turn.refuse("ActionLogLeafNotAnchored", !anchored || !equalBytes(anchored, is));
      turn.refuse("ActionLogLeafAsPromised", equalBytes(was, is));
      service.breaches.add(key);
    }
  }
}
