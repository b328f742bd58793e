import { readFile, writeFile } from "node:fs/promises";
import { expect } from "chai";
import type { ContractTransactionResponse } from "ethers";
import { anchorBatch } from "../support/anchor.ts";
import { commitmentInput, expense, goTo, Office, YEAR, YEAR_END } from "../support/budget/office.ts";
import { document } from "../support/document.ts";
import { flagDomain, flagPayload, flagTypes } from "../support/flags.ts";
import { altered, ledger } from "../support/ledger.ts";
import { AGENCY, tag } from "../support/people.ts";
import { logGas } from "./log/gas.ts";

const snapshot = new URL("gas.snapshot.json", import.meta.url);

/** Gas of the calls of a budget year and of a service's log. Gas costs nothing on the ledger's chain, but it bounds how many fit a block. */
describe("gas", () => {
  it("is what the snapshot says (UPDATE_GAS=1 writes it anew)", async function () {
    if (altered) this.skip();
    const measured = await year();
    if (process.env.UPDATE_GAS === "1") await writeFile(snapshot, `${JSON.stringify(measured, null, 2)}\n`);
    expect(measured).to.deep.equal(JSON.parse(await readFile(snapshot, "utf8")));
  });
});

async function year(): Promise<Record<string, number>> {
  const l = await ledger();
  const office = new Office(l);
  const { officers, registry } = l;
  const gas: Record<string, number> = {};
  const spend = async (name: string, call: Promise<ContractTransactionResponse>) => {
    gas[name] = Number((await (await call).wait())!.gasUsed);
  };
  const someone = `0x${"a1".repeat(20)}`;
  await spend("AgencyRegistry.enrolAgency", registry.enrolAgency(12345, "เทศบาลตำบล", "Municipality", 10));
  await spend("AgencyRegistry.enrolOfficer", registry.enrolOfficer(someone, AGENCY, 1, 1, 2, tag("new")));
  await spend("AgencyRegistry.revokeOfficer", registry.revokeOfficer(someone));

  const projects = office.projects("recorder");
  await spend("BudgetProjects.draftProject", projects.draftProject(AGENCY, YEAR, document("brief"), []));
  const code = await office.draft();
  await spend("BudgetProjects.registerProject", office.projects("approver1").registerProject(code));
  await spend("BudgetProjects.activateProject", office.projects("budget").activateProject(code));

  const authority = office.lines("authority");
  await spend("BudgetLines.planYear", authority.planYear(YEAR, 100_000n, document("act")));
  await office.open();
  await office.plan(YEAR + 1);
  const fund = tag("fund");
  const appropriate = (amount: bigint) =>
    authority.appropriate(code, YEAR, fund, expense.investment, amount, document("act"));
  await spend("BudgetLines.appropriate (new line)", appropriate(10_000n));
  await spend("BudgetLines.appropriate (more)", appropriate(10_000n));
  await authority.appropriate(code, YEAR, tag("other"), expense.investment, 10_000n, document("act"));
  await spend("BudgetLines.allot", office.lines("budget").allot(1, 10_000n));
  const moves = [{ fromLine: 1n, toLine: 2n, amount: 100n }];
  await spend("BudgetLines.revise (one move)", office.lines("budget").revise(moves, document("revision")));

  const input = commitmentInput({
    code,
    advanceCap: 100n,
    allocations: [{ lineId: 1n, amount: 1_000n }],
    milestones: [
      { amount: 600n, dueAt: YEAR_END },
      { amount: 400n, dueAt: YEAR_END },
    ],
  });
  const approver = office.commitments("approver1");
  await spend("BudgetCommitments.recordCommitment", office.commitments("recorder").recordCommitment(input));
  await spend("BudgetCommitments.activateCommitment", approver.activateCommitment(1));
  await spend(
    "BudgetCommitments.submitMilestone",
    office.commitments("recorder").submitMilestone(1, document("delivery")),
  );
  await spend(
    "BudgetCommitments.acceptMilestone",
    office.commitments("acceptor").acceptMilestone(1, 600, document("acceptance")),
  );

  const requests = office.disbursements("recorder");
  await spend(
    "BudgetDisbursements.requestDisbursement",
    requests.requestDisbursement(1, 1, 1, 500, document("invoice")),
  );
  await spend("BudgetDisbursements.approveFirst", office.disbursements("approver1").approveFirst(1));
  await spend("BudgetDisbursements.approveSecond", office.disbursements("approver2").approveSecond(1));
  await spend("BudgetDisbursements.pay", office.disbursements("treasury").pay(1, document("payment")));
  const treasury = office.disbursements("treasury");
  await spend("BudgetDisbursements.recordReturn", treasury.recordReturn(1, 50, document("return")));
  const carry = office.commitments("authority").carryForward(1, 1, 300, document("carry"));
  await spend("BudgetCommitments.carryForward", carry);

  const payload = await flagPayload(l, code, l.citizen, { deadline: 0x7f7f7f7f });
  const signature = await l.citizen.signTypedData(await flagDomain(l), flagTypes, payload);
  const flags = l.flags.connect(l.relayer);
  await spend("BudgetFlags.raiseFlag", flags.raiseFlag(payload, l.citizen.address, signature));
  await spend("BudgetFlags.reply", l.flags.connect(officers.recorder).reply(1, document("reply")));
  await spend("BudgetFlags.startReview", l.flags.connect(officers.auditor).startReview(1));
  await spend("BudgetFlags.decide", l.flags.connect(officers.auditor).decide(1, 5, document("reason")));
  await spend("ImportAnchor.anchorBatch", l.anchor.connect(officers.importer).anchorBatch(anchorBatch));

  await logGas(l, spend);
  await goTo(YEAR_END + 1);
  await spend("BudgetLines.closeLine", office.lines("budget").closeLine(1));
  return gas;
}
