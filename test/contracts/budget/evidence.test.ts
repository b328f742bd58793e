/** Rule 10: whatever needs evidence is refused without it, with a broken CID, and with a date that is still to come. */
import { expect } from "chai";
import { ZeroHash, type Interface, type ParamType } from "ethers";
import { expense, FUND, goTo, spending, YEAR } from "../../support/budget/office.ts";
import { declares, type Scene } from "../../support/budget/refusals.ts";
import { document, noDocument, type TestDocument } from "../../support/document.ts";
import { raise } from "../../support/flags.ts";
import { networkHelpers } from "../../support/ledger.ts";
import { AGENCY } from "../../support/people.ts";

const doc = document();

/** Prepares the scene; resolves to the call, which goes through with good evidence. */
type Prepare = (scene: Scene) => Promise<(evidence: TestDocument) => Promise<unknown>>;

const byRecorder: Record<string, Prepare> = {
  "projects.draftProject":
    async ({ office }) =>
    (it) =>
      office.projects("recorder").draftProject(AGENCY, YEAR, it, []),
  "projects.reviseBrief":
    async ({ office, code }) =>
    (it) =>
      office.projects("recorder").reviseBrief(code, it),
  "commitments.recordCommitment":
    async ({ office, code, line }) =>
    (award) =>
      office.record({ code, value: 5n, allocations: [{ lineId: line, amount: 5n }], award }),
  "commitments.submitMilestone":
    async ({ office }) =>
    (it) =>
      office.commitments("recorder").submitMilestone(1n, it),
  "disbursements.requestDisbursement":
    async ({ office, commitment, line }) =>
    (it) =>
      office.disbursements("recorder").requestDisbursement(commitment, line, 0n, 5n, it),
};

const byBudget: Record<string, Prepare> = {
  "projects.suspendProject":
    async ({ office, code }) =>
    (it) =>
      office.projects("budget").suspendProject(code, it),
  "projects.resumeProject": async ({ office, code }) => {
    await office.projects("budget").suspendProject(code, doc);
    return (it) => office.projects("budget").resumeProject(code, it);
  },
  "projects.completeProject": async ({ office }) => {
    const code = await office.active();
    return (it) => office.projects("budget").completeProject(code, it);
  },
  "lines.cancelProject": async ({ office }) => {
    const code = await office.active();
    return (it) => office.lines("budget").cancelProject(code, it);
  },
  "lines.revise": async ({ office, code, line }) => {
    const toLine = await office.line(code, 5n, expense.investment, YEAR, document("other fund").digest);
    return (it) => office.lines("budget").revise([{ fromLine: line, toLine, amount: 1n }], it);
  },
};

const byAuthority: Record<string, Prepare> = {
  "lines.planYear":
    async ({ office }) =>
    (it) =>
      office.lines("authority").planYear(YEAR + 2, 5n, it),
  "lines.changeCeiling":
    async ({ office }) =>
    (it) =>
      office.lines("authority").changeCeiling(YEAR, 90_000n, it),
  "lines.appropriate":
    async ({ office, code }) =>
    (it) =>
      office.lines("authority").appropriate(code, YEAR, FUND, expense.investment, 5n, it),
  "commitments.approveObligation":
    async ({ office, code }) =>
    (it) =>
      office.commitments("authority").approveObligation(code, 5n, [{ year: YEAR, amount: 5n }], it),
  "commitments.carryForward":
    async ({ office, commitment, line }) =>
    (it) =>
      office.commitments("authority").carryForward(commitment, line, 5n, it),
};

const byApprovers: Record<string, Prepare> = {
  "commitments.amendCommitment":
    async ({ office, commitment }) =>
    (it) =>
      office.commitments("approver1").amendCommitment(commitment, 1_000n, [], [], it),
  "commitments.completeCommitment": async ({ office, commitment }) => {
    await office.deliver(1n, 600n);
    await office.deliver(2n, 400n);
    return (it) => office.commitments("approver1").completeCommitment(commitment, it);
  },
  "commitments.terminateCommitment":
    async ({ office, commitment }) =>
    (it) =>
      office.commitments("approver1").terminateCommitment(commitment, it),
  "commitments.cancelCommitment":
    async ({ office, commitment }) =>
    (it) =>
      office.commitments("approver1").cancelCommitment(commitment, it),
  "disbursements.reject": async ({ office, commitment, line }) => {
    const id = await office.request(commitment, line, 0n, 5n);
    return (it) => office.disbursements("approver1").reject(id, it);
  },
};

const byOthers: Record<string, Prepare> = {
  "commitments.acceptMilestone": async ({ office }) => {
    await office.commitments("recorder").submitMilestone(1n, doc);
    return (it) => office.commitments("acceptor").acceptMilestone(1n, 5n, it);
  },
  "commitments.rejectMilestone": async ({ office }) => {
    await office.commitments("recorder").submitMilestone(1n, doc);
    return (it) => office.commitments("acceptor").rejectMilestone(1n, it);
  },
  "disbursements.pay": async ({ office, commitment, line }) => {
    const id = await office.request(commitment, line, 0n, 5n);
    await office.approve(id);
    return (it) => office.disbursements("treasury").pay(id, it);
  },
  "disbursements.recordReturn": async ({ office, commitment, line }) => {
    const id = await office.pay(commitment, line, 0n, 5n);
    return (it) => office.disbursements("treasury").recordReturn(id, 1n, it);
  },
  "projects.auditProject": async ({ office }) => {
    const code = await office.active();
    await office.projects("budget").completeProject(code, doc);
    return (it) => office.projects("auditor").auditProject(code, it);
  },
  "flags.reply": async (scene) => {
    const { flagId } = await raise(scene, scene.code);
    return (it) => scene.flags.connect(scene.officers.recorder).reply(flagId, it);
  },
  "flags.decide": async (scene) => {
    const { flagId } = await raise(scene, scene.code);
    await scene.flags.connect(scene.officers.recorder).reply(flagId, doc);
    const auditing = scene.flags.connect(scene.officers.auditor);
    await auditing.startReview(flagId);
    return (it) => auditing.decide(flagId, 5, it);
  },
};

const calls = { ...byRecorder, ...byBudget, ...byAuthority, ...byApprovers, ...byOthers };

/** Take a document without asking for one, or pass it on to a check in another call of this table. */
const exempt = ["flags.raiseFlag", "projects.cancelProject"];

/** Date and block time are the same second when `evidence` is good. */
const wrong = (now: number): [string, TestDocument, string, unknown[]][] => {
  const short = doc.cid.slice(0, -2);
  return [
    ["nothing", noDocument, "DocumentMissing", []],
    ["a CID alone", { ...doc, digest: ZeroHash }, "DocumentMissing", []],
    ["a digest alone", { ...doc, cid: "0x" }, "DocumentMissing", []],
    ["a CID too short", { ...doc, cid: short }, "DocumentCidMalformed", [short]],
    ["a date one second ahead", { ...doc, date: now + 1 }, "DocumentFromTheFuture", [now + 1, now]],
  ];
};

describe("evidence is asked for by", () => {
  for (const [name, prepare] of Object.entries(calls)) {
    it(name, async () => {
      const scene = await networkHelpers.loadFixture(spending);
      const call = await prepare(scene);
      const now = (await networkHelpers.time.latest()) + 100;
      await goTo(now);
      for (const [what, evidence, error, values] of wrong(now)) {
        await expect(call(evidence), what)
          .to.be.revertedWithCustomError(declares(scene, error), error)
          .withArgs(...values);
      }
      await call({ ...doc, date: now });
      expect(await networkHelpers.time.latest()).to.equal(now);
    });
  }

  it("every function that takes a document", async () => {
    const scene = await networkHelpers.loadFixture(spending);
    const taking: string[] = [];
    for (const name of ["projects", "lines", "commitments", "disbursements", "flags"] as const) {
      (scene[name].interface as unknown as Interface).forEachFunction((fragment) => {
        if (fragment.inputs.some(holdsDocument)) taking.push(`${name}.${fragment.name}`);
      });
    }
    expect([...Object.keys(calls), ...exempt]).to.have.members(taking);
  });
});

/** Whether a parameter is a `Document` or has one inside. */
function holdsDocument(parameter: ParamType): boolean {
  if (parameter.arrayChildren) return holdsDocument(parameter.arrayChildren);
  if (parameter.format("sighash") === "(bytes,bytes32,uint64)") return true;
  return parameter.components?.some(holdsDocument) ?? false;
}
