import { budgetStates } from "../../../sdk/budget-states.ts";
import { expenseTypes } from "../../../sdk/expense-types.ts";
import { countedBy } from "../../../sdk/verify/count-records.ts";
import type { CountedThing, CountScope } from "../../../sdk/verify/count-records.ts";
import type { LineScope } from "../../../sdk/verify/line-scope.ts";
import type { LogScope } from "../../../sdk/verify/logs/index.ts";
import { noEvidence } from "../errors.ts";

type Scope = CountScope & LineScope;
type Member = keyof Scope;

/** By what lines are added up in part. */
const LINES_BY: readonly Member[] = ["agency", "code", "year", "expenseType"];

const upTo = (most: number) => (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= most;

/** What each member may be; of anything else nothing would be found, and none would agree. */
const fits: Record<Member, (value: unknown) => boolean> = {
  agency: upTo(0xffff_ffff),
  year: upTo(0xffff),
  state: upTo(budgetStates.project.length),
  expenseType: upTo(expenseTypes.length),
  flagged: (value) => typeof value === "boolean",
  code: (value) => typeof value === "string" && /^[\x20-\x7e]{1,31}$/.test(value),
};

function requireScope(scope: unknown, members: readonly Member[]): void {
  if (typeof scope !== "object" || scope === null || Array.isArray(scope))
    throw noEvidence({ th: "แฟ้มไม่ได้บอกขอบเขต (scope)", en: "The file does not say its scope." });
  for (const [name, value] of Object.entries(scope)) {
    const member = members.find((one) => one === name);
    if (!member)
      throw noEvidence({
        th: `ขอบเขต ${name} ใช้กับสิ่งที่แฟ้มนี้อ้างไม่ได้`,
        en: `What the file claims has no scope ${name}.`,
      });
    if (!fits[member](value))
      throw noEvidence({
        th: `ขอบเขต ${name} เป็น ${JSON.stringify(value)} ไม่ได้`,
        en: `The scope ${name} cannot be ${JSON.stringify(value)}.`,
      });
  }
}

/** @throws ProngsaiError VERIFY_EVIDENCE for a scope by which lines are not added up */
export const requireLineScope = (scope: unknown): void => requireScope(scope, LINES_BY);

/**
 * A page counts several things at once, of which not all are in parts: each member must belong to one of them.
 *
 * @throws ProngsaiError VERIFY_EVIDENCE
 */
export function requireCountScope(scope: unknown, things: readonly CountedThing[]): void {
  const unknown = things.find((thing) => !Object.hasOwn(countedBy, thing));
  if (unknown !== undefined)
    throw noEvidence({
      th: `โปรแกรมรุ่นนี้นับ ${unknown} ไม่ได้`,
      en: `${unknown} is nothing that this version counts.`,
    });
  requireScope(
    scope,
    things.flatMap((thing) => countedBy[thing]),
  );
}

/** What of the scope this thing is counted by. */
export function scopeOf(thing: CountedThing, scope: CountScope): CountScope {
  return Object.fromEntries(countedBy[thing].map((member) => [member, scope[member]]));
}

/** ` of project TH-… (agency 91001, state 3, year 2568)`; nothing for everything. */
export function scopeWords({ code, agency, state, year, expenseType, flagged }: Scope): string {
  const numbers = { agency, state, year, "expense type": expenseType };
  const parts = Object.entries(numbers).flatMap(([name, number]) =>
    number === undefined ? [] : [`${name} ${number}`],
  );
  if (flagged !== undefined) parts.push(flagged ? "flagged" : "not flagged");
  return `${code === undefined ? "" : ` of project ${code}`}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`;
}

/** Of what logs the figures are: what lies outside was not looked for. */
export function logScopeWords(scope: LogScope): string {
  if (scope.of === "service")
    return `service ${scope.service}, its ${scope.anchors} newest anchors, and who confirmed at least ${scope.confirmed} of its entries`;
  return scope.all ? `all ${scope.of}` : `only the ${scope.of} that are named here, not all`;
}
