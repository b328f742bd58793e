/** Choices of random traces: mostly what could well happen, now and then anything. */
import { encodeBytes32String, ZeroHash } from "ethers";
import { document, noDocument, type TestDocument } from "../../../support/document.ts";
import { AGENCY, Duty, OTHER_AGENCY, people, type PersonName } from "../../../support/people.ts";
import type { Random } from "../../../support/random.ts";
import type { World } from "./world.ts";

export const FUNDS = [encodeBytes32String("ANNUAL"), encodeBytes32String("OWN")];
const everybody = Object.keys(people) as PersonName[];

export class Dice {
  readonly random: Random;
  readonly world: World;
  /** Whether something was asked for of which the world has nothing that fits. */
  missed = false;

  constructor(random: Random, world: World) {
    this.random = random;
    this.world = world;
  }

  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.random.next() * (to - from + 1));
  }

  /** True in `share` of the cases. */
  chance(share: number): boolean {
    return this.random.next() < share;
  }

  of<T>(list: readonly T[]): T {
    return list[this.integer(0, list.length - 1)]!;
  }

  /** True about once in `n`. */
  rarely(n: number): boolean {
    return this.chance(1 / n);
  }

  /** An id from 1, mostly of an element that fits; sometimes any, sometimes none. */
  id<T>(list: readonly T[], fits: (item: T, id: bigint) => boolean = () => true): bigint {
    const fitting = [...list.keys()].filter((index) => fits(list[index]!, BigInt(index + 1)));
    if (fitting.length > 0 && !this.rarely(12)) return BigInt(this.of(fitting) + 1);
    this.missed ||= fitting.length === 0;
    return BigInt(this.integer(this.rarely(6) ? 0 : 1, list.length + (this.rarely(6) ? 1 : 0)));
  }

  /** An amount of money: within `limit`, just at it, just above it, or zero. */
  amount(limit: bigint): bigint {
    const dice = this.integer(0, 19);
    if (dice < 6) return limit > 0n ? limit : 1n;
    if (dice < 8) return limit + 1n;
    if (dice < 9) return dice === 8 && this.rarely(2) ? 0n : limit + BigInt(this.integer(1, 1_000));
    if (limit <= 1n) return BigInt(this.integer(1, 500));
    return BigInt(this.integer(1, Number(limit > 1_000_000n ? 1_000_000n : limit)));
  }

  /** Mostly an officer of `agency` with the duty, with a first or a second key; sometimes anybody. */
  officer(duty: number, agency: bigint = BigInt(AGENCY)): PersonName {
    if (this.rarely(14)) return this.of(everybody);
    const right = everybody.filter((name) => {
      const {
        agency: own,
        duties,
        revoked,
        validFrom,
        validUntil,
      } = people[name] as (typeof people)["revoked"];
      return (
        duties & duty && BigInt(own) === agency && !revoked && (validFrom ?? 0) <= 0 && (validUntil ?? 0) >= 0
      );
    });
    const main = right.filter((name) => !name.endsWith("Again") && name !== "otherAll");
    return this.of(main.length > 0 && !this.rarely(4) ? main : right.length > 0 ? right : everybody);
  }

  authority(): PersonName {
    return this.rarely(20) ? this.of(everybody) : "authority";
  }

  auditor(): PersonName {
    return this.rarely(4)
      ? this.of(everybody.filter((name) => people[name].duties & Duty.AUDITOR))
      : "auditor";
  }

  agency(): number {
    return this.rarely(3) ? OTHER_AGENCY : AGENCY;
  }

  evidence(): TestDocument {
    if (!this.rarely(30)) return document();
    const now = Number(this.world.now);
    return this.of([
      noDocument,
      { ...document(), cid: "0x" },
      { ...document(), digest: ZeroHash },
      { ...document(), cid: document().cid.slice(0, -2) },
      { ...document(), date: now + 10_000_000 },
      document("old", 0),
    ]);
  }

  code(fits: (code: string) => boolean = () => true): string {
    const codes = [...this.world.projects.keys()];
    const fitting = codes.filter(fits);
    if (this.rarely(40)) return encodeBytes32String("TH-2568-00000-000000-00");
    this.missed ||= fitting.length === 0;
    return this.of(fitting.length > 0 && !this.rarely(12) ? fitting : codes);
  }
}
