import { call } from "./calls.ts";
import type { Call } from "./calls.ts";
import { enrolments, offices } from "./cast.ts";
import { projectLife } from "./life.ts";
import { YEAR, YEAR_END, YEAR_START } from "./world.ts";
import type { World } from "./world.ts";

/** Projects whose lives run side by side. */
const AT_ONCE = 300;
const CEILING = 4_000_000_000_000_000_000n;

/** Enrols everybody and plans the year; to be sent before the year begins. */
export function* prologue(world: World): Generator<Call, void, void> {
  const { cast } = world;
  for (const { code, province } of [...offices, ...cast.agencies]) {
    const [th, en] = [`หน่วยงานทดสอบ ${code}`, `Measured agency ${code}`];
    yield call(cast.registrar, "AgencyRegistry", "enrolAgency", code, th, en, province);
  }
  for (const { account, agency, duties, personTag } of enrolments(cast)) {
    const [from, until] = [YEAR_START - 365 * 86_400, YEAR_END + 365 * 86_400];
    yield call(
      cast.registrar,
      "AgencyRegistry",
      "enrolOfficer",
      account,
      agency,
      duties,
      from,
      until,
      personTag,
    );
  }
  yield call(cast.authority, "BudgetLines", "planYear", YEAR, CEILING, world.evidence());
}

/** The year without end: opened, then many projects at once, each at its own pace; a new one where one ended. */
export function* year(world: World): Generator<Call, never, void> {
  yield call(world.cast.authority, "BudgetLines", "openYear", YEAR);
  const lives = Array.from({ length: AT_ONCE }, () => projectLife(world));
  for (;;) {
    const at = world.dice.between(0, lives.length - 1);
    // An officer rarely does one single thing for a project in a day.
    for (let steps = world.dice.between(1, 4); steps > 0; steps--) {
      const next = lives[at]!.next();
      if (!next.done) yield next.value;
      else lives[at] = projectLife(world);
    }
  }
}
