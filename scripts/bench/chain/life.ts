import { encodeBytes32String } from "ethers";
import { makeProjectCode } from "../../../sdk/project-code.ts";
import { call } from "./calls.ts";
import type { Call } from "./calls.ts";
import { commitmentLife } from "./commitment-life.ts";
import { YEAR } from "./world.ts";
import type { World } from "./world.ts";
import type { Agency } from "./cast.ts";

/** A line as its project's officers see it. */
export interface LineState {
  id: bigint;
  type: number;
  /** satang allotted and not bound by a commitment */
  free: bigint;
}

export interface ProjectState {
  readonly code: string;
  readonly agency: Agency;
  readonly lines: LineState[];
}

const works = ["ปรับปรุงถนน", "จัดซื้อคอมพิวเตอร์", "ก่อสร้างอาคารเรียน", "ซ่อมแซมระบบประปา", "จัดซื้อครุภัณฑ์การแพทย์"];
const funds = ["ANNUAL", "LOCAL"].map(encodeBytes32String);
const schemes = ["egp", "budget20", "emenscr"].map(encodeBytes32String);
const BAHT = 100n;

/** Every transaction of a project from its draft to its audit, in order. Take one only when it is sent next. */
export function* projectLife(world: World): Generator<Call, void, void> {
  const { dice, cast } = world;
  const agency = cast.agencies[dice.between(0, cast.agencies.length - 1)]!;
  const project = yield* begin(world, agency);
  for (let i = dice.between(1, 3); i > 0; i--) yield* appropriate(world, project);
  if (project.lines.length > 1 && dice.chance(0.5)) yield* revise(world, project);

  const running = Array.from({ length: dice.between(1, 3) }, () => commitmentLife(world, project));
  while (running.length > 0) {
    const at = dice.between(0, running.length - 1);
    const next = running[at]!.next();
    if (next.done) running.splice(at, 1);
    else yield next.value;
  }
  if (dice.chance(0.05)) return;
  const { code } = project;
  yield call(agency.budget, "BudgetProjects", "completeProject", code, world.evidence());
  if (dice.chance(0.7)) {
    yield call(cast.auditor, "BudgetProjects", "auditProject", code, world.evidence());
  }
}

function* begin(world: World, agency: Agency): Generator<Call, ProjectState, void> {
  const { dice } = world;
  const sequence = world.sequence(agency);
  const name = makeProjectCode({ year: YEAR, agency: agency.code, sequence });
  const code = encodeBytes32String(name);
  const work = works[dice.between(0, works.length - 1)]!;
  const references = schemes
    .slice(0, dice.between(1, 3))
    .map((scheme) => ({ scheme, value: String(67_000_000_000 + dice.between(0, 999_999_999)) }));
  const brief = world.brief(
    JSON.stringify({
      type: "project-brief",
      version: 1,
      title: { th: `${work} (ทดสอบ) ${name}`, en: `Measured project ${name}` },
      description: { th: `โครงการสมมติสำหรับวัดความเร็ว ${name}`, en: "Invented, for measuring speed" },
      province: agency.province,
    }),
  );
  yield call(agency.recorder, "BudgetProjects", "draftProject", agency.code, YEAR, brief, references);
  yield call(agency.approver1, "BudgetProjects", "registerProject", code);
  yield call(agency.budget, "BudgetProjects", "activateProject", code);
  return { code, agency, lines: [] };
}

function* appropriate(world: World, { code, agency, lines }: ProjectState): Generator<Call, void, void> {
  const { dice, cast } = world;
  const used = new Set(lines.map(({ type }) => type));
  const type = [3, 2, 5, 4, 1].find((one) => !used.has(one) && (lines.length === 0 || dice.chance(0.5))) ?? 1;
  if (used.has(type)) return;
  const amount = BigInt(dice.between(500_000, 20_000_000)) * BAHT;
  const line = { id: world.next("line"), type, free: 0n };
  const fund = funds[dice.between(0, 1)];
  const act = world.evidence();
  yield call(cast.authority, "BudgetLines", "appropriate", code, YEAR, fund, type, amount, act);
  const allotted = (amount * 9n) / 10n;
  yield call(agency.budget, "BudgetLines", "allot", line.id, allotted);
  line.free = allotted;
  lines.push(line);
}

/** Moves a part of what the first line was not allotted to the others. */
function* revise(world: World, { lines }: ProjectState): Generator<Call, void, void> {
  const [first, ...others] = lines;
  const moves = others.map(({ id }) => ({ fromLine: first!.id, toLine: id, amount: 10_000n * BAHT }));
  // Between expense types, which only the budget authority may do.
  yield call(world.cast.authority, "BudgetLines", "revise", moves, world.evidence());
}
