/** One call upon a copy of the world: rules name what they refuse, then write what the call would change. */
import { people, type Person, type PersonName } from "../../../support/people.ts";
import type { TestDocument } from "../../../support/document.ts";
import { START } from "../../../support/ledger.ts";
import type { World } from "./world.ts";

/** Thrown by a rule that cannot go on, e.g. because the thing named does not exist. */
export class Stop extends Error {}

export class Turn {
  readonly world: World;
  readonly as: PersonName;
  /** Every error that the call earns, in no particular order: a contract may report any of them. */
  readonly refusals = new Set<string>();

  constructor(world: World, as: PersonName) {
    this.world = world;
    this.as = as;
  }

  get person(): Person {
    return people[this.as];
  }

  get tag(): string {
    return this.person.personTag;
  }

  refuse(error: string, when = true): void {
    if (when) this.refusals.add(error);
  }

  /** Refuses and ends the rule when there is no `thing`. */
  need<T>(thing: T | undefined, error: string): T {
    if (thing === undefined) {
      this.refuse(error);
      throw new Stop();
    }
    return thing;
  }

  /** The sender must be an officer in force with one of `duties`, of `agency` when it is given. */
  duty(duties: number, agency?: bigint): void {
    const { revoked, validFrom = -86_400, validUntil = 40 * 365 * 86_400 } = this.person;
    const age = Number(this.world.now) - START;
    this.refuse("AgencyRegistryOfficerRevoked", revoked === true);
    this.refuse("AgencyRegistryOfficerNotInForce", age < validFrom || age > validUntil);
    this.refuse("AgencyRegistryDutyMissing", (this.person.duties & duties) === 0);
    this.refuse("AgencyRegistryOtherAgency", agency !== undefined && BigInt(this.person.agency) !== agency);
  }

  evidence({ cid, digest, date }: TestDocument): void {
    const missing = cid === "0x" || /^0x0*$/.test(digest);
    this.refuse("DocumentMissing", missing);
    this.refuse("DocumentCidMalformed", !missing && !/^0x01(55|70)1220[0-9a-f]{64}$/.test(cid));
    this.refuse("DocumentFromTheFuture", BigInt(date) > this.world.now);
  }
}
