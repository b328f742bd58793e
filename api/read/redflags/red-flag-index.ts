import { redFlagRule, redFlagRules } from "../../../sdk/redflags/index.ts";
import type { RedFlagRule } from "../../../sdk/redflags/index.ts";
import type { Heads } from "../heads.ts";
import { counted } from "../imports/counted.ts";
import type { Database } from "../sql/database.ts";
import type { AsOf } from "../sql/source.ts";
import { raw, sql } from "../sql/sql.ts";
import { nativeCandidates } from "./native-sql.ts";
import { reportedCandidates } from "./reported-sql.ts";

/** Something for which a rule holds, with the inputs by name. */
export interface Signal {
  readonly kind: string;
  readonly key: string;
  readonly place: bigint | null;
  readonly code: string | null;
  readonly agency: number | null;
  readonly year: number | null;
  readonly inputs: Readonly<Record<string, string | null>>;
}

type Kept = { readonly version: string; readonly signals: Promise<readonly Signal[]> };

const MOST_KEPT = 60;
const LIMIT = 60_000;

/**
 * Where each rule holds, computed once for each state of the index and shared by all requests: rules over reported data
 * once for each state of the imports, rules over the ledger once a block. The rule's own function decides.
 */
export class RedFlagIndex {
  readonly #heads: Heads;
  readonly #database: Database;
  readonly #kept = new Map<string, Kept>();

  /** @param database not bound to any one request, because what it reads is shared */
  constructor(heads: Heads, database: Database) {
    this.#heads = heads;
    this.#database = database;
  }

  signals(rule: RedFlagRule, asOf: AsOf): Promise<readonly Signal[]> {
    const reported = rule.appliesTo === "reported";
    const version = reported ? this.#heads.current.imports : this.#heads.current.version;
    const name = `${rule.id}@${asOf ?? "now"}`;
    const known = this.#kept.get(name);
    if (known?.version === version) return known.signals;
    const signals = compute(rule, asOf, this.#database);
    this.#kept.delete(name);
    this.#kept.set(name, { version, signals });
    signals.catch(() => this.#kept.delete(name));
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return signals;
  }

  /** Reported projects for which a rule holds; none when there is no such rule. */
  async reportedIds(ruleId: string, asOf: AsOf): Promise<string[]> {
    const rule = redFlagRule(ruleId);
    if (rule?.appliesTo !== "reported") return [];
    const signals = await this.signals(rule, asOf);
    return signals.filter(({ kind }) => kind === "reportedProject").map(({ key }) => key);
  }

  async counts(): Promise<ReadonlyMap<string, number>> {
    const pairs: [string, number][] = [];
    for (const rule of redFlagRules) {
      pairs.push([rule.id, (await this.signals(rule, null)).length]);
    }
    return new Map(pairs);
  }
}

async function compute(rule: RedFlagRule, asOf: AsOf, database: Database): Promise<readonly Signal[]> {
  const candidates =
    rule.appliesTo === "reported"
      ? sql`WITH counted AS NOT MATERIALIZED (SELECT rp.* FROM reported_project rp WHERE ${counted({}, asOf)})
          SELECT s.*, NULL::text AS code, NULL::int AS agency, NULL::int AS year FROM (${reportedCandidates[rule.id] ?? raw("")}) s`
      : sql`SELECT s.* FROM (${nativeCandidates[rule.id]!(asOf)}) s`;
  const rows = await database.slowly<Signal>(sql`${candidates} ORDER BY s.place, s.key`, LIMIT);
  return rows.filter(({ inputs }) => rule.holds(inputs));
}
