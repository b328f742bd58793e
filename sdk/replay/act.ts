import type { RegisterName } from "../registers.ts";
import type { RegisterEvent } from "./event.ts";
import type { EventArgs, EventName } from "./event-types.ts";
import type { OfficerState } from "./access/state.ts";
import type { LedgerState } from "./state.ts";

/** A rule that an event breaks. `rule` is stable; `found` and `expected` are the offending and the right value. */
export interface Breach {
  readonly rule: string;
  /** The entity concerned, e.g. `line 3`. */
  readonly entity: string;
  readonly found: string;
  readonly expected: string;
}

/** An event that speaks of something which no earlier event made. */
export class MissingEntity extends Error {
  readonly entity: string;

  constructor(entity: string) {
    super(`no event made ${entity}`);
    this.entity = entity;
  }
}

/** One event being applied: the state that it changes, and what is wrong with it. */
export class Act {
  readonly state: LedgerState;
  readonly event: RegisterEvent;
  readonly breaches: Breach[] = [];

  constructor(state: LedgerState, event: RegisterEvent) {
    this.state = state;
    this.event = event;
  }

  /** @throws MissingEntity */
  find<Key, Entity>(kind: string, map: ReadonlyMap<Key, Entity>, key: Key): Entity {
    const entity = map.get(key);
    if (entity === undefined) throw new MissingEntity(`${kind} ${String(key)}`);
    return entity;
  }

  /** Notes a breach unless `holds`. */
  rule(holds: boolean, rule: string, entity: string, found: unknown, expected: unknown): void {
    if (!holds) this.breaches.push({ rule, entity, found: String(found), expected: String(expected) });
  }

  /** A new entity has the number after the last one. */
  isNext(kind: string, map: ReadonlyMap<bigint, unknown>, id: bigint): void {
    this.rule(id === BigInt(map.size + 1), "NUMBERS_WITHOUT_GAPS", `${kind} ${id}`, id, map.size + 1);
  }

  /** A state machine moves on from where the entity stands. */
  stands(entity: string, state: bigint, ...allowed: bigint[]): void {
    this.rule(allowed.includes(state), "STATE_MACHINE", entity, state, allowed.join(" or "));
  }

  /**
   * The person behind an account, who must be an officer in force with one of the duties, of the agency when one is given.
   *
   * @throws MissingEntity
   */
  officer(account: string, duties: bigint, agency?: bigint): OfficerState {
    const officer = this.find("officer", this.state.officers, account);
    const { time } = this.event;
    const name = `officer ${account}`;
    const inForce = !officer.revoked && officer.validFrom <= time && time <= officer.validUntil;
    this.rule(inForce, "OFFICER_IN_FORCE", name, officer.revoked ? "revoked" : `at ${time}`, "in force");
    const active = this.state.agencies.get(officer.agency)?.active === true;
    this.rule(active, "AGENCY_ACTIVE", `agency ${officer.agency}`, "suspended or unknown", "active");
    this.rule((officer.duties & duties) !== 0n, "OFFICER_DUTY", name, officer.duties, `one of ${duties}`);
    if (agency !== undefined)
      this.rule(officer.agency === agency, "OFFICER_AGENCY", name, officer.agency, agency);
    return officer;
  }

  /** Duties that must be separate are held by different persons. */
  separate(entity: string, person: string, ...others: string[]): void {
    this.rule(!others.includes(person), "SEPARATION_OF_DUTIES", entity, person, "another person");
  }
}

/** How each event of a register changes the state; a register without a handler for one of its events does not compile. */
export type Handlers<Name extends RegisterName> = {
  readonly [Event in EventName<Name>]: (args: EventArgs<Name, Event>, act: Act) => void;
};
