import { expect } from "chai";
import { document } from "../../support/document.ts";
import { expectJournal } from "../../support/journal.ts";
import { ledger } from "../../support/ledger.ts";
import { goTo, Office, YEAR, YEAR_END } from "../../support/budget/office.ts";

const zero = {
  approved: 0n,
  carriedIn: 0n,
  adjIn: 0n,
  adjOut: 0n,
  allotted: 0n,
  committed: 0n,
  requested: 0n,
  paid: 0n,
  returned: 0n,
  carriedOut: 0n,
  lapsed: 0n,
};

describe("a budget year, from appropriation to audit", () => {
  it("keeps every counter of its lines as money moves", async () => {
    const on = await ledger();
    const office = new Office(on);
    await office.plan();
    await office.plan(YEAR + 1);
    await office.open();
    const code = await office.active();

    const line = await office.line(code, 5_000n);
    expect(await office.counters(line)).to.deep.equal({ ...zero, approved: 5_000n });
    await office.lines("budget").allot(line, 4_000n);
    const commitment = await office.commit({
      code,
      value: 3_000n,
      advanceCap: 300n,
      allocations: [{ lineId: line, amount: 3_000n }],
      milestones: [
        { amount: 1_000n, dueAt: YEAR_END },
        { amount: 2_000n, dueAt: YEAR_END },
      ],
    });
    let expected = { ...zero, approved: 5_000n, allotted: 4_000n, committed: 3_000n };
    expect(await office.counters(line)).to.deep.equal(expected);

    await office.pay(commitment, line, 0n, 300n);
    await office.deliver(1n, 1_000n);
    const request = await office.request(commitment, line, 1n, 900n);
    expected = { ...expected, paid: 300n, requested: 900n };
    expect(await office.counters(line)).to.deep.equal(expected);
    await office.approve(request);
    await office.disbursements("treasury").pay(request, document());
    await office.disbursements("treasury").recordReturn(request, 50n, document());
    expected = { ...expected, requested: 0n, paid: 1_200n, returned: 50n };
    expect(await office.counters(line)).to.deep.equal(expected);

    await office.commitments("authority").carryForward(commitment, line, 1_600n, document());
    const carried = line + 1n;
    expect(await on.lines.lineOf(code, YEAR + 1, (await on.lines.line(line)).fundSource, 3, line)).to.equal(
      carried,
    );
    expected = { ...expected, committed: 1_400n, carriedOut: 1_600n };
    expect(await office.counters(line)).to.deep.equal(expected);
    const carriedIn = { ...zero, carriedIn: 1_600n, allotted: 1_600n, committed: 1_600n };
    expect(await office.counters(carried)).to.deep.equal(carriedIn);

    await goTo(YEAR_END + 1);
    await office.lines("budget").closeLine(line);
    expected = { ...expected, lapsed: 5_000n - 1_150n - 1_600n };
    expect(await office.counters(line)).to.deep.equal(expected);
    await office.lines("authority").closeYear(YEAR);

    await office.open(YEAR + 1);
    await office.deliver(2n, 2_000n);
    await office.pay(commitment, carried, 2n, 1_500n);
    await office.commitments("approver1").completeCommitment(commitment, document());
    expect(await office.counters(line)).to.deep.equal({ ...expected, committed: 1_150n });
    expect(await office.counters(carried)).to.deep.equal({ ...carriedIn, committed: 1_500n, paid: 1_500n });
    expect(await on.lines.committedOf(code)).to.equal(2_650n);

    await office.projects("budget").completeProject(code, document());
    await office.projects("auditor").auditProject(code, document());
    expect((await on.projects.project(code)).state).to.equal(6n);
    for (const contract of [on.projects, on.lines, on.commitments, on.disbursements])
      await expectJournal(contract);
  });
});
