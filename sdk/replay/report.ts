import type { Breach } from "./act.ts";

/** What the rules found: each breach, and how many sums were compared. */
export interface RuleReport {
  readonly checked: number;
  readonly breaches: readonly Breach[];
}

/** Collects what rules find. */
export class Report {
  checked = 0;
  readonly breaches: Breach[] = [];

  check(holds: boolean, rule: string, entity: string, found: unknown, expected: unknown): void {
    this.checked++;
    if (!holds) this.breaches.push({ rule, entity, found: String(found), expected: String(expected) });
  }

  equal(rule: string, entity: string, found: bigint, expected: bigint): void {
    this.check(found === expected, rule, entity, found, expected);
  }

  atMost(rule: string, entity: string, found: bigint, most: bigint): void {
    this.check(found <= most, rule, entity, found, `at most ${most}`);
  }
}
