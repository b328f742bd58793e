/**
 * Random traces of calls, judged by the model and by the chain. The suite plays the same few traces every time;
 * `npm run fuzz:contracts` plays hundreds of new ones. `FUZZ_RUNS`, `FUZZ_STEPS` and `FUZZ_SEED` make it longer or
 * repeat it; `FUZZ_TRACE=n` plays only the n-th trace of the seed.
 */
import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { commitmentInput, YEAR, YEAR_END, YEAR_START } from "../../support/budget/office.ts";
import { replayed } from "../../support/budget/replay.ts";
import { differences } from "../../support/budget/snapshot.ts";
import { document } from "../../support/document.ts";
import { expectJournal } from "../../support/journal.ts";
import { ledger, networkHelpers, type Ledger } from "../../support/ledger.ts";
import { AGENCY, OTHER_AGENCY } from "../../support/people.ts";
import { random } from "../../support/random.ts";
import type { Call } from "./model.ts";
import { Dice, FUNDS } from "./model/dice.ts";
import { propose } from "./model/moves.ts";
import { Disagreement, printTrace, Trace, type Played } from "./model/trace.ts";
import { bounds, World } from "./model/world.ts";

const runs = Number(process.env.FUZZ_RUNS ?? 60);
const steps = Number(process.env.FUZZ_STEPS ?? 50);
const seed = Number(process.env.FUZZ_SEED ?? 2568);
const only = process.env.FUZZ_TRACE;

/** A year under way, so that traces reach payments soon: three projects, four lines, an obligation, a contract. */
function opening(codes: string[]): Omit<Call, "time">[] {
  const [first, second, foreign] = codes as [string, string, string];
  const act = document();
  const staff = (agency: number) =>
    agency === AGENCY
      ? (["recorder", "approver1", "budget"] as const)
      : (["otherRecorder", "otherApprover1", "otherBudget"] as const);
  const project = (agency: number, code: string): Omit<Call, "time">[] => {
    const [recorder, approver, budget] = staff(agency);
    return [
      { as: recorder, contract: "projects", method: "draftProject", args: [agency, YEAR, act, []] },
      { as: approver, contract: "projects", method: "registerProject", args: [code] },
      { as: budget, contract: "projects", method: "activateProject", args: [code] },
    ];
  };
  const line = (code: string, type: number, amount: bigint): Omit<Call, "time"> => ({
    as: "authority",
    contract: "lines",
    method: "appropriate",
    args: [code, YEAR, FUNDS[0], type, amount, act],
  });
  const allot = (as: "budget" | "otherBudget", id: bigint, amount: bigint): Omit<Call, "time"> => ({
    as,
    contract: "lines",
    method: "allot",
    args: [id, amount],
  });
  const years = [2568, 2569, 2570].map((year) => ({ year, amount: 3_000n }));
  const input = commitmentInput({
    code: first,
    value: 2_000n,
    advanceCap: 300n,
    allocations: [{ lineId: 1n, amount: 2_000n }],
    milestones: [
      { amount: 1_200n, dueAt: YEAR_END },
      { amount: 800n, dueAt: YEAR_END },
    ],
  });
  return [
    { as: "authority", contract: "lines", method: "planYear", args: [YEAR, 50_000n, act] },
    { as: "authority", contract: "lines", method: "planYear", args: [YEAR + 1, 40_000n, act] },
    { as: "authority", contract: "lines", method: "openYear", args: [YEAR] },
    ...project(AGENCY, first),
    ...project(AGENCY, second),
    ...project(OTHER_AGENCY, foreign),
    line(first, 3, 9_000n),
    line(first, 2, 4_000n),
    line(second, 3, 3_000n),
    line(foreign, 3, 5_000n),
    allot("budget", 1n, 8_000n),
    allot("budget", 2n, 3_000n),
    allot("budget", 3n, 3_000n),
    allot("otherBudget", 4n, 4_000n),
    {
      as: "authority",
      contract: "commitments",
      method: "approveObligation",
      args: [first, 9_000n, years, act],
    },
    { as: "recorder", contract: "commitments", method: "recordCommitment", args: [input] },
    { as: "approver1", contract: "commitments", method: "activateCommitment", args: [1n] },
  ];
}

const codes = ["TH-2568-10001-000001-75", "TH-2568-10001-000002-72", "TH-2568-10002-000001-91"].map(
  encodeBytes32String,
);

/** The clock goes on, mostly by days, sometimes to an edge of a year. */
function later(dice: Dice, now: bigint): bigint {
  if (dice.chance(0.985)) return now + BigInt(dice.integer(1, dice.chance(0.5) ? 3_600 : 6 * 86_400));
  const edges = [2568n, 2569n].flatMap((year) => [
    bounds(year).end - 1n,
    bounds(year).end,
    bounds(year).end + 1n,
  ]);
  const ahead = edges.filter((edge) => edge > now);
  return ahead.length > 0 ? ahead[dice.integer(0, Math.min(2, ahead.length - 1))]! : now + 1n;
}

describe("the ledger and the model, over random traces", function () {
  let base: { world: World; played: Played[] };
  let at: Ledger;
  const reached = { accepted: new Map<string, number>(), refused: new Map<string, number>() };

  const started = async () => {
    at = await ledger();
    const world = new World();
    world.now = BigInt(YEAR_START);
    const trace = new Trace(at, world);
    for (const [index, call] of opening(codes).entries()) {
      await trace.play({ ...call, time: BigInt(YEAR_START + index) });
      expect(trace.played.at(-1)!.refused, printTrace(trace.played)).to.equal(undefined);
    }
    base = { world: trace.world, played: trace.played };
    return at;
  };

  async function playTrace(index: number): Promise<void> {
    const source = random((seed + index * 7_919) % 2 ** 31);
    const trace = new Trace(at, base.world.clone(), base.played);
    try {
      for (let step = 0; step < steps; step++) {
        const dice = new Dice(source, trace.world);
        await trace.play({ time: later(dice, trace.world.now), ...propose(dice) });
      }
      await trace.compareAll();
      if (index % 10 === 0) await compareEvents(trace);
    } catch (error) {
      const again = `FUZZ_SEED=${seed} FUZZ_STEPS=${steps} FUZZ_TRACE=${index}`;
      const said = error instanceof Disagreement ? error.message : String((error as Error).stack);
      throw new Error(`${again}\n${printTrace(trace.played)}\n${said}`, { cause: error });
    }
    for (const { call, refused } of trace.played.slice(base.played.length)) {
      const [book, key] = refused
        ? [reached.refused, refused]
        : [reached.accepted, `${call.contract}.${call.method}`];
      book.set(key, (book.get(key) ?? 0) + 1);
    }
  }

  /** The state from events alone, and the journals. */
  async function compareEvents(trace: Trace): Promise<void> {
    const found = differences(trace.world.snapshot(), await replayed(at));
    if (found.length > 0)
      throw new Disagreement(`model (left) and events (right) differ:\n${found.join("\n")}`);
    for (const contract of [at.projects, at.lines, at.commitments, at.disbursements])
      await expectJournal(contract);
  }

  it(`agree call by call in ${only ? `trace ${only}` : `${runs} traces`} of ${steps} calls (FUZZ_SEED=${seed})`, async function () {
    this.timeout(Math.max(600_000, runs * 2_000));
    const indexes = only ? [Number(only)] : Array.from({ length: runs }, (_, index) => index);
    for (const index of indexes) {
      await networkHelpers.loadFixture(started);
      await playTrace(index);
    }
  });

  it("reach every call, accepted", function () {
    if (only || runs < 50) this.skip();
    const never = Object.entries({
      projects:
        "draftProject reviseBrief addReference registerProject activateProject suspendProject resumeProject completeProject auditProject",
      lines:
        "planYear changeCeiling openYear closeYear appropriate allot withdrawAllotment revise closeLine cancelProject",
      commitments:
        "approveObligation recordCommitment activateCommitment amendCommitment fundCommitment completeCommitment terminateCommitment cancelCommitment submitMilestone acceptMilestone rejectMilestone carryForward",
      disbursements: "requestDisbursement approveFirst approveSecond pay reject recordReturn",
    }).flatMap(([contract, methods]) =>
      methods.split(" ").filter((method) => !reached.accepted.has(`${contract}.${method}`)),
    );
    if (process.env.FUZZ_REPORT) console.log(reached);
    expect(never).to.deep.equal([]);
  });
});
