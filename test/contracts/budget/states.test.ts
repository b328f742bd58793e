/** Every state against every call: `+` goes through, a letter names the error with which it is refused. */
import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { goTo, spending, YEAR, YEAR_END, FUND } from "../../support/budget/office.ts";
import { declares, type Scene } from "../../support/budget/refusals.ts";
import { document } from "../../support/document.ts";
import { networkHelpers } from "../../support/ledger.ts";

const doc = document();
const NEXT = YEAR_END + 1;

type Step = (scene: Scene, id: never) => Promise<unknown>;
interface Machine<Id> {
  /** state → its number, and how to bring a new entity into it; resolves to the entity's id */
  states: Record<string, [number, (scene: Scene) => Promise<Id>]>;
  /** letter → error, with its values from id, state and the state wanted */
  errors: Record<string, [string, (id: Id, state: number, wanted: number) => unknown[]]>;
  /** call → one mark per state, the state that the call wants, and the call itself */
  calls: Record<string, [string, number, (scene: Scene, id: Id) => Promise<unknown>]>;
}

function itFollows<Id>({ states, errors, calls }: Machine<Id>): void {
  for (const [call, [marks, wanted, attempt]] of Object.entries(calls)) {
    for (const [index, [state, [number, reach]]] of Object.entries(states).entries()) {
      const mark = marks.split(" ")[index]!;
      it(`${call} when ${state}: ${mark === "+" ? "goes through" : errors[mark]![0]}`, async () => {
        const scene = await networkHelpers.loadFixture(spending);
        const id = await reach(scene);
        if (mark === "+") return void (await attempt(scene, id));
        const [error, values] = errors[mark]!;
        await expect(attempt(scene, id))
          .to.be.revertedWithCustomError(declares(scene, error), error)
          .withArgs(...values(id, number, wanted));
      });
    }
  }
}

const after =
  <Id>(first: (scene: Scene) => Promise<Id>, then: (scene: Scene, id: Id) => Promise<unknown>) =>
  async (scene: Scene) => {
    const id = await first(scene);
    await then(scene, id);
    return id;
  };

describe("the states of a project", () => {
  const draft = ({ office }: Scene) => office.draft();
  const active = ({ office }: Scene) => office.active();
  const completed = after(active, ({ office }, code) => office.projects("budget").completeProject(code, doc));
  const ref = { scheme: encodeBytes32String("egp"), value: "1" };
  itFollows<string>({
    states: {
      Draft: [1, draft],
      Registered: [2, ({ office }) => office.registered()],
      Active: [3, active],
      Suspended: [
        4,
        after(active, ({ office }, code) => office.projects("budget").suspendProject(code, doc)),
      ],
      Completed: [5, completed],
      Audited: [
        6,
        after(completed, ({ office }, code) => office.projects("auditor").auditProject(code, doc)),
      ],
      Cancelled: [7, after(draft, ({ office }, code) => office.lines("budget").cancelProject(code, doc))],
    },
    errors: {
      s: ["BudgetProjectsStateWrong", (code, state, wanted) => [code, state, wanted]],
      e: ["BudgetProjectsEnded", (code, state) => [code, state]],
    },
    calls: {
      reviseBrief: [
        "+ + + + e e e",
        0,
        ({ office }, code) => office.projects("recorder").reviseBrief(code, doc),
      ],
      addReference: [
        "+ + + + e e e",
        0,
        ({ office }, code) => office.projects("recorder").addReference(code, ref),
      ],
      registerProject: [
        "+ s s s s s s",
        1,
        ({ office }, code) => office.projects("approver1").registerProject(code),
      ],
      activateProject: [
        "s + s s s s s",
        2,
        ({ office }, code) => office.projects("budget").activateProject(code),
      ],
      suspendProject: [
        "s s + s s s s",
        3,
        ({ office }, code) => office.projects("budget").suspendProject(code, doc),
      ],
      resumeProject: [
        "s s s + s s s",
        4,
        ({ office }, code) => office.projects("budget").resumeProject(code, doc),
      ],
      completeProject: [
        "s s + s s s s",
        3,
        ({ office }, code) => office.projects("budget").completeProject(code, doc),
      ],
      auditProject: [
        "s s s s + s s",
        5,
        ({ office }, code) => office.projects("auditor").auditProject(code, doc),
      ],
      cancelProject: [
        "+ + + + e e e",
        0,
        ({ office }, code) => office.lines("budget").cancelProject(code, doc),
      ],
      appropriate: ["s + + + e e e", 2, ({ office }, code) => office.line(code, 1n)],
      approveObligation: [
        "s + + + e e e",
        2,
        ({ office }, code) =>
          office.commitments("authority").approveObligation(code, 1n, [{ year: YEAR, amount: 1n }], doc),
      ],
    },
  });
});

describe("the states of a fiscal year", () => {
  const far = YEAR + 2;
  const [start, end] = [NEXT + 365 * 86_400, NEXT + 730 * 86_400 - 1];
  const planned = after(
    async () => far,
    ({ office }) => office.plan(far),
  );
  const open = after(planned, ({ office }) => office.open(far));
  const over = (scene: Scene) => goTo(end + 1).then(() => scene);
  itFollows<number>({
    states: {
      None: [0, async () => far],
      Planned: [1, planned],
      Open: [2, open],
      Closed: [3, after(open, async (scene) => (await over(scene)).office.lines("authority").closeYear(far))],
    },
    errors: { s: ["BudgetLinesYearStateWrong", (year, state, wanted) => [year, state, wanted]] },
    calls: {
      planYear: ["+ s s s", 0, ({ office }) => office.lines("authority").planYear(far, 5n, doc)],
      changeCeiling: ["s + + s", 1, ({ office }) => office.lines("authority").changeCeiling(far, 5n, doc)],
      appropriate: ["s + + s", 1, ({ office, code }) => office.line(code, 5n, 3, far)],
      openYear: [
        "s + s s",
        1,
        async ({ office }) => {
          if ((await networkHelpers.time.latest()) < start) await goTo(start);
          return office.lines("authority").openYear(far);
        },
      ],
      closeYear: [
        "s s + s",
        2,
        async ({ office }) => {
          if ((await networkHelpers.time.latest()) <= end) await goTo(end + 1);
          return office.lines("authority").closeYear(far);
        },
      ],
    },
  });
});

describe("the states of a commitment", () => {
  const years = [{ year: YEAR, amount: 1_000n }];
  /** Under an obligation, so that it can be funded; two milestones, the third and fourth of the ledger. */
  const pending = async ({ office, code, line }: Scene) => {
    await office.commitments("authority").approveObligation(code, 1_000n, years, doc);
    const milestones = [600n, 400n].map((amount) => ({ amount, dueAt: YEAR_END }));
    const allocations = [{ lineId: line, amount: 900n }];
    return office.record({ code, value: 1_000n, advanceCap: 50n, obligationId: 1n, allocations, milestones });
  };
  const by = ({ office }: Scene) => office.commitments("approver1");
  const active = after(pending, (scene, id) => by(scene).activateCommitment(id));
  const delivered = after(active, async ({ office }) => {
    await office.deliver(3n, 600n);
    await office.deliver(4n, 400n);
  });
  const submitted = async ({ office }: Scene, id: bigint) => {
    const { state } = await office.on.commitments.commitment(id);
    if (state === 2n)
      await office
        .commitments("recorder")
        .submitMilestone(4n, doc)
        .catch(() => undefined);
  };
  itFollows<bigint>({
    states: {
      Pending: [1, pending],
      Active: [2, active],
      Complete: [3, after(delivered, (scene, id) => by(scene).completeCommitment(id, doc))],
      Terminated: [4, after(active, (scene, id) => by(scene).terminateCommitment(id, doc))],
      Cancelled: [5, after(active, (scene, id) => by(scene).cancelCommitment(id, doc))],
    },
    errors: { s: ["BudgetCommitmentsStateWrong", (id, state, wanted) => [id, state, wanted]] },
    calls: {
      activateCommitment: ["+ s s s s", 1, (scene, id) => by(scene).activateCommitment(id)],
      amendCommitment: ["s + s s s", 2, (scene, id) => by(scene).amendCommitment(id, 1_000n, [], [], doc)],
      fundCommitment: [
        "s + s s s",
        2,
        ({ office, line }, id) => office.commitments("budget").fundCommitment(id, line, 100n),
      ],
      completeCommitment: [
        "s + s s s",
        2,
        async (scene, id) => {
          const { state } = await scene.commitments.commitment(id);
          if (state === 2n)
            for (const [at, amount] of [
              [3n, 600n],
              [4n, 400n],
            ] as const)
              await scene.office.deliver(at, amount);
          return by(scene).completeCommitment(id, doc);
        },
      ],
      terminateCommitment: ["s + s s s", 2, (scene, id) => by(scene).terminateCommitment(id, doc)],
      cancelCommitment: ["+ + s s s", 2, (scene, id) => by(scene).cancelCommitment(id, doc)],
      carryForward: [
        "s + s s s",
        2,
        ({ office, line }, id) => office.commitments("authority").carryForward(id, line, 1n, doc),
      ],
      requestDisbursement: ["s + s s s", 2, ({ office, line }, id) => office.request(id, line, 0n, 1n)],
      submitMilestone: [
        "s + s s s",
        2,
        ({ office }) => office.commitments("recorder").submitMilestone(4n, doc),
      ],
      acceptMilestone: [
        "s + s s s",
        2,
        async (scene, id) => {
          await submitted(scene, id);
          return scene.office.commitments("acceptor").acceptMilestone(4n, 400n, doc);
        },
      ],
      rejectMilestone: [
        "s + s s s",
        2,
        async (scene, id) => {
          await submitted(scene, id);
          return scene.office.commitments("acceptor").rejectMilestone(4n, doc);
        },
      ],
    },
  });
});

describe("the states of a milestone", () => {
  const submit: Step = ({ office }, id) => office.commitments("recorder").submitMilestone(id, doc);
  const change = ({ office, commitment, line }: Scene, id: bigint, amount: bigint) =>
    office
      .commitments("approver1")
      .amendCommitment(
        commitment,
        600n + amount,
        [{ lineId: line, amount: 600n + amount }],
        [{ milestoneId: id, amount, dueAt: YEAR_END }],
        doc,
      );
  const second = async () => 2n;
  const submitted = after(second, (scene) => submit(scene, 2n as never));
  const accept = ({ office }: Scene, id: bigint, amount: bigint) =>
    office.commitments("acceptor").acceptMilestone(id, amount, doc);
  itFollows<bigint>({
    states: {
      Scheduled: [1, second],
      Submitted: [2, submitted],
      Accepted: [3, after(submitted, (scene, id) => accept(scene, id, 400n))],
      Partial: [4, after(submitted, (scene, id) => accept(scene, id, 150n))],
      Rejected: [
        5,
        after(submitted, ({ office }, id) => office.commitments("acceptor").rejectMilestone(id, doc)),
      ],
      Removed: [6, after(second, (scene, id) => change(scene, id, 0n))],
    },
    errors: {
      s: ["BudgetCommitmentsMilestoneStateWrong", (id, state, wanted) => [id, state, wanted]],
      a: ["BudgetCommitmentsMilestoneBelowAccepted", (id) => [id, 400n, 0n]],
      p: ["BudgetCommitmentsMilestoneBelowAccepted", (id) => [id, 150n, 0n]],
    },
    calls: {
      submitMilestone: ["+ s s + + s", 1, (scene, id) => submit(scene, id as never)],
      acceptMilestone: ["s + s s s s", 2, (scene, id) => accept(scene, id, 100n)],
      rejectMilestone: [
        "s + s s s s",
        2,
        ({ office }, id) => office.commitments("acceptor").rejectMilestone(id, doc),
      ],
      "an amendment's change": ["+ + + + + s", 1, (scene, id) => change(scene, id, 420n)],
      "an amendment's removal": ["+ s a p + s", 1, (scene, id) => change(scene, id, 0n)],
    },
  });

  for (const [amount, from, to] of [
    [420n, "Accepted", 4n],
    [150n, "Partial", 3n],
    [150n, "Submitted again", 3n],
    [420n, "Submitted again", 2n],
    [420n, "Scheduled", 1n],
  ] as const) {
    it(`a change to ${amount} moves it from ${from} to state ${to}`, async () => {
      const scene = await networkHelpers.loadFixture(spending);
      if (from !== "Scheduled") {
        await submit(scene, 2n as never);
        await accept(scene, 2n, from === "Accepted" ? 400n : 150n);
      }
      if (from === "Submitted again") await submit(scene, 2n as never);
      await change(scene, 2n, amount);
      const { state, amount: now, dueAt } = await scene.commitments.milestone(2n);
      expect([state, now, dueAt]).to.deep.equal([to, amount, BigInt(YEAR_END)]);
    });
  }
});

describe("the states of a disbursement", () => {
  const requested = ({ office, commitment, line }: Scene) => office.request(commitment, line, 0n, 100n);
  const pay = ({ office }: Scene, id: bigint) => office.disbursements("treasury").pay(id, doc);
  const approved1 = after(requested, ({ office }, id) => office.disbursements("approver1").approveFirst(id));
  const approved2 = after(approved1, ({ office }, id) => office.disbursements("approver2").approveSecond(id));
  const paid = after(approved2, pay);
  const giveBack = ({ office }: Scene, id: bigint, amount: bigint) =>
    office.disbursements("treasury").recordReturn(id, amount, doc);
  const rejecters = ["approver1", "approver2", "treasury"] as const;
  itFollows<bigint>({
    states: {
      Requested: [1, requested],
      Approved1: [2, approved1],
      Approved2: [3, approved2],
      Paid: [4, paid],
      "Paid, partly returned": [4, after(paid, (scene, id) => giveBack(scene, id, 99n))],
      Rejected: [5, after(requested, ({ office }, id) => office.disbursements("approver1").reject(id, doc))],
      Returned: [6, after(paid, (scene, id) => giveBack(scene, id, 100n))],
    },
    errors: { s: ["BudgetDisbursementsStateWrong", (id, state, wanted) => [id, state, wanted]] },
    calls: {
      approveFirst: [
        "+ s s s s s s",
        1,
        ({ office }, id) => office.disbursements("approver1").approveFirst(id),
      ],
      approveSecond: [
        "s + s s s s s",
        2,
        ({ office }, id) => office.disbursements("approver2").approveSecond(id),
      ],
      pay: ["s s + s s s s", 3, pay],
      ...Object.fromEntries(
        rejecters.map((who) => [
          `reject by ${who}`,
          [
            "+ + + s s s s",
            1,
            ({ office }: Scene, id: bigint) => office.disbursements(who).reject(id, doc),
          ] as [string, number, (scene: Scene, id: bigint) => Promise<unknown>],
        ]),
      ),
      recordReturn: ["s s s + + s s", 4, (scene, id) => giveBack(scene, id, 1n)],
    },
  });
});

describe("a closed line", () => {
  /** The scene's line closed with 250 requested and paid of 1,000 committed. */
  async function closed(scene: Scene) {
    const { office, commitment, line } = scene;
    await office.deliver(1n, 600n);
    const paid = await office.pay(commitment, line, 1n, 250n);
    await goTo(NEXT);
    await office.lines("budget").closeLine(line);
    return paid;
  }

  it("lets what comes back lapse", async () => {
    const scene = await networkHelpers.loadFixture(spending);
    const paid = await closed(scene);
    await scene.office.disbursements("treasury").recordReturn(paid, 100n, doc);
    const { lapsed, paid: out, returned, committed } = await scene.office.counters(scene.line);
    expect({ lapsed, out, returned, committed }).to.deep.equal({
      lapsed: 19_850n,
      out: 250n,
      returned: 100n,
      committed: 1_000n,
    });
  });

  it("is released by commitments that end later", async () => {
    const scene = await networkHelpers.loadFixture(spending);
    const paid = await closed(scene);
    await scene.office.commitments("approver1").terminateCommitment(scene.commitment, doc);
    expect((await scene.office.counters(scene.line)).committed).to.equal(250n);
    await scene.office.disbursements("treasury").recordReturn(paid, 250n, doc);
    const { committed, lapsed } = await scene.office.counters(scene.line);
    expect([committed, lapsed]).to.deep.equal([0n, 20_000n]);
    expect(await scene.commitments.allocation(scene.commitment, scene.line)).to.deep.equal([0n, 0n, 0n]);
  });

  it("pays what was requested in time until it is closed", async () => {
    const scene = await networkHelpers.loadFixture(spending);
    const { office, commitment, line } = scene;
    const id = await office.request(commitment, line, 0n, 100n);
    await goTo(NEXT);
    await office.approve(id);
    await office.disbursements("treasury").pay(id, doc);
    await office.lines("budget").closeLine(line);
    expect((await office.counters(line)).lapsed).to.equal(19_900n);
    expect((await scene.lines.line(line)).fundSource).to.equal(FUND);
  });
});
