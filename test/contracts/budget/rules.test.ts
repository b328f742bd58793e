/** The rules from inside: what stands exactly at a limit goes through. What lies beyond is in refusals/. */
import { expect } from "chai";
import { expense, goTo, spending, YEAR, YEAR_END } from "../../support/budget/office.ts";
import type { Scene } from "../../support/budget/refusals.ts";
import { declares } from "../../support/budget/refusals.ts";
import { document } from "../../support/document.ts";
import { ledger, networkHelpers } from "../../support/ledger.ts";
import { AGENCY, OTHER_AGENCY } from "../../support/people.ts";

const doc = document();
const NEXT_YEAR_END = Date.parse("2026-09-30T23:59:59+07:00") / 1000;
const scene = () => networkHelpers.loadFixture(spending);

/** Value of the scene's commitment set to `value`, share and second milestone with it. */
const amend = ({ office, commitment, line }: Scene, value: bigint) =>
  office
    .commitments("approver1")
    .amendCommitment(
      commitment,
      value,
      [{ lineId: line, amount: value }],
      [{ milestoneId: 2n, amount: value - 600n, dueAt: YEAR_END }],
      doc,
    );

describe("the budget's rules", () => {
  it("1: money is reserved when requested, to the last satang that is committed", async () => {
    const { office, commitment, line } = await scene();
    await office.deliver(1n, 600n);
    await office.deliver(2n, 400n);
    await office.request(commitment, line, 1n, 600n);
    await office.request(commitment, line, 2n, 400n);
    const { committed, requested } = await office.counters(line);
    expect([committed, requested]).to.deep.equal([1_000n, 1_000n]);
  });

  it("1: a line's budget is what it was given and received, less what it gave, to the last satang", async () => {
    const all = await scene();
    const { office, code, line } = all;
    const other = await office.line(code, 500n, expense.operations);
    const move = (fromLine: bigint, toLine: bigint, amount: bigint) =>
      office.lines("authority").revise([{ fromLine, toLine, amount }], doc);
    await move(line, other, 3_000n);
    await move(other, line, 1_000n);
    const error = "BudgetLinesAllotmentExceedsBudget";
    for (const [id, left] of [
      [line, 8_000n], // 20,000 + 1,000 − 3,000, of which 10,000 are allotted
      [other, 2_500n], // 500 + 3,000 − 1,000
    ] as const) {
      await expect(office.lines("budget").allot(id, left + 1n))
        .to.be.revertedWithCustomError(declares(all, error), error)
        .withArgs(id, left, left + 1n);
      await office.lines("budget").allot(id, left);
    }
  });

  it("2: a revision gives all but what is committed, across agency and type by the higher duty", async () => {
    const { office, line, lines } = await scene();
    const foreign = await office.active(YEAR, OTHER_AGENCY);
    const other = await office.line(foreign, 1n, expense.operations);
    const moves = [{ fromLine: line, toLine: other, amount: 19_000n }];
    await office.lines("authority").revise(moves, doc);
    const [from, to] = [await office.counters(line), await office.counters(other)];
    expect([from.adjOut, from.allotted, from.committed]).to.deep.equal([19_000n, 1_000n, 1_000n]);
    expect([to.adjIn, to.allotted]).to.deep.equal([19_000n, 0n]);
    // What the law approved, for which type and agency, stands as it was.
    expect(await lines.approvedByAgency(YEAR, AGENCY)).to.equal(20_000n);
    expect(await lines.approvedByAgency(YEAR, OTHER_AGENCY)).to.equal(1n);
  });

  it("3: appropriations fill the ceiling, and their sums by type and by agency are the total", async () => {
    const { office, lines, code } = await scene();
    const foreign = await office.active(YEAR, OTHER_AGENCY);
    await office.line(foreign, 30_000n, expense.personnel);
    await office.line(foreign, 10_000n, expense.other);
    await office.line(code, 40_000n, expense.other);
    const types = [1, 2, 3, 4, 5].map((type) => lines.approvedByType(YEAR, type));
    expect(await Promise.all(types)).to.deep.equal([30_000n, 0n, 20_000n, 0n, 50_000n]);
    const agencies = [AGENCY, OTHER_AGENCY].map((agency) => lines.approvedByAgency(YEAR, agency));
    expect(await Promise.all(agencies)).to.deep.equal([60_000n, 40_000n]);
    const { approved, ceiling } = await lines.fiscalYear(YEAR);
    expect([approved, ceiling]).to.deep.equal([100_000n, 100_000n]);
  });

  it("4: all that was accepted can be paid, and an advance counts against the value", async () => {
    const all = await scene();
    const { office, commitment, line } = all;
    await office.pay(commitment, line, 0n, 150n);
    await office.deliver(1n, 600n);
    await office.pay(commitment, line, 1n, 600n);
    await office.deliver(2n, 400n);
    const call = office.request(commitment, line, 2n, 251n);
    await expect(call)
      .to.be.revertedWithCustomError(
        declares(all, "BudgetCommitmentsPaymentExceedsAllocation"),
        "BudgetCommitmentsPaymentExceedsAllocation",
      )
      .withArgs(commitment, line, 250n, 251n);
    await office.pay(commitment, line, 2n, 250n);
    expect((await office.counters(line)).paid).to.equal(1_000n);
  });

  it("4: an advance that came back can be given again", async () => {
    const { office, commitment, line, commitments } = await scene();
    const first = await office.pay(commitment, line, 0n, 150n);
    await office.disbursements("treasury").recordReturn(first, 150n, doc);
    const second = await office.request(commitment, line, 0n, 150n);
    await office.disbursements("approver1").reject(second, doc);
    await office.pay(commitment, line, 0n, 150n);
    expect((await commitments.commitment(commitment)).advancePaid).to.equal(150n);
  });

  it("5: an amendment may go down to what is requested and paid", async () => {
    const all = await scene();
    const { office, commitment, line, commitments } = all;
    await office.deliver(1n, 600n);
    await office.pay(commitment, line, 1n, 500n);
    await office.request(commitment, line, 1n, 100n);
    await office
      .commitments("approver1")
      .amendCommitment(
        commitment,
        600n,
        [{ lineId: line, amount: 600n }],
        [{ milestoneId: 2n, amount: 0n, dueAt: YEAR_END }],
        doc,
      );
    const { value, allocated } = await commitments.commitment(commitment);
    expect([value, allocated]).to.deep.equal([600n, 600n]);
  });

  it("5: the cumulative increase is measured against the first value, in whole basis points", async () => {
    const all = await scene();
    const { commitments, commitment } = all;
    for (const [value, bps] of [
      [1_001n, 10n],
      [1_100n, 1_000n],
      [1_210n, 2_100n],
      [900n, 0n],
      [1_000n, 0n],
      [10_000n, 90_000n],
    ] as const) {
      await amend(all, value);
      const amended = await commitments.queryFilter(commitments.filters.CommitmentAmended(commitment), -1);
      const { increaseBps, originalValue } = amended.at(-1)!.args;
      expect([increaseBps, originalValue], String(value)).to.deep.equal([bps, 1_000n]);
    }
  });

  it("5: an increase is rounded down", async () => {
    const { office, code, line, commitments } = await scene();
    const id = await office.commit({ code, value: 7n, allocations: [{ lineId: line, amount: 7n }] });
    await office
      .commitments("approver1")
      .amendCommitment(
        id,
        9n,
        [{ lineId: line, amount: 9n }],
        [{ milestoneId: 3n, amount: 9n, dueAt: YEAR_END }],
        doc,
      );
    const [amended] = await commitments.queryFilter(commitments.filters.CommitmentAmended(id));
    expect(amended!.args.increaseBps).to.equal(2_857n); // 2/7 = 28.571… %
  });

  it("7: a payment can come back to the last satang, and stays in the books", async () => {
    const { office, commitment, line, disbursements } = await scene();
    const id = await office.pay(commitment, line, 0n, 100n);
    await office.disbursements("treasury").recordReturn(id, 99n, doc);
    expect((await disbursements.disbursement(id)).state).to.equal(4n);
    await office.disbursements("treasury").recordReturn(id, 1n, doc);
    const { state, amount, returned } = await disbursements.disbursement(id);
    expect([state, amount, returned]).to.deep.equal([6n, 100n, 100n]);
    const { paid, returned: back } = await office.counters(line);
    expect([paid, back]).to.deep.equal([100n, 100n]);
  });

  it("8: a commitment can be made in the year's last second", async () => {
    const { office, code, line } = await scene();
    await goTo(YEAR_END);
    const id = await office.record({ code, value: 9_000n, allocations: [{ lineId: line, amount: 9_000n }] });
    expect((await office.on.commitments.commitment(id)).madeInYear).to.equal(BigInt(YEAR));
  });

  it("8: all that is committed and not paid can be carried forward, also after the year until closing", async () => {
    const { office, commitment, line } = await scene();
    await office.pay(commitment, line, 0n, 100n);
    await goTo(YEAR_END + 1);
    await office.commitments("authority").carryForward(commitment, line, 900n, doc);
    await office.lines("budget").closeLine(line);
    const { approved, paid, carriedOut, lapsed, committed } = await office.counters(line);
    expect({ paid, carriedOut, lapsed, committed }).to.deep.equal({
      paid: 100n,
      carriedOut: 900n,
      lapsed: approved! - 1_000n,
      committed: 100n,
    });
  });

  it("8: carried money that is not spent in its year lapses with it", async () => {
    const { office, commitment, line, lines } = await scene();
    await office.commitments("authority").carryForward(commitment, line, 900n, doc);
    const carried = line + 1n;
    await goTo(YEAR_END + 1);
    await office.lines("authority").openYear(YEAR + 1);
    await office.pay(commitment, carried, 0n, 150n);
    await goTo(NEXT_YEAR_END + 1);
    await office.lines("budget").closeLine(carried);
    const { approved, carriedIn, paid, lapsed } = await office.counters(carried);
    expect({ approved, carriedIn, paid, lapsed }).to.deep.equal({
      approved: 0n,
      carriedIn: 900n,
      paid: 150n,
      lapsed: 750n,
    });
    await office.lines("authority").closeYear(YEAR + 1);
    expect((await lines.fiscalYear(YEAR + 1)).openLines).to.equal(0n);
  });

  it("9: carried money waits for its year to be opened", async () => {
    const all = await scene();
    const { office, commitment, line } = all;
    const error = "BudgetLinesYearStateWrong";
    await office.commitments("authority").carryForward(commitment, line, 300n, doc);
    const carried = line + 1n;
    await expect(office.request(commitment, carried, 0n, 1n))
      .to.be.revertedWithCustomError(declares(all, error), error)
      .withArgs(YEAR + 1, 1, 2);
    await goTo(YEAR_END + 1);
    await office.lines("authority").openYear(YEAR + 1);
    await office.pay(commitment, carried, 0n, 150n);
    expect((await office.counters(carried)).paid).to.equal(150n);
  });

  it("9: an obligation is freed by what its contracts do not cost, and by what comes back", async () => {
    const { office, code, line, commitments } = await scene();
    const use = async () => [...(await commitments.obligationUse(1n, YEAR))];
    const years = [{ year: YEAR, amount: 800n }];
    await office.commitments("authority").approveObligation(code, 800n, years, doc);
    const allocations = [{ lineId: line, amount: 700n }];
    const id = await office.commit({ code, value: 800n, obligationId: 1n, advanceCap: 300n, allocations });
    expect(await use()).to.deep.equal([800n, 700n]);
    const paid = await office.pay(id, line, 0n, 300n);
    await office.commitments("approver1").terminateCommitment(id, doc);
    expect(await use()).to.deep.equal([300n, 300n]);
    await office.disbursements("treasury").recordReturn(paid, 120n, doc);
    expect(await use()).to.deep.equal([180n, 180n]);
    // The rest of the obligation can be given to another contract, to the last satang.
    const rest = [{ lineId: line, amount: 620n }];
    await office.record({ code, value: 620n, obligationId: 1n, allocations: rest });
    expect(await use()).to.deep.equal([800n, 800n]);
  });

  it("9: carried money counts for the year that gave it, also when it is let go", async () => {
    const { office, code, line, commitments } = await scene();
    const years = [
      { year: YEAR - 1, amount: 100n },
      { year: YEAR, amount: 700n },
      { year: YEAR + 1, amount: 300n },
      { year: YEAR + 2, amount: 100n },
    ];
    const bound = () =>
      Promise.all(years.map(async ({ year }) => (await commitments.obligationUse(1n, year)).bound));
    await office.commitments("authority").approveObligation(code, 1_200n, years, doc);
    const allocations = [{ lineId: line, amount: 700n }];
    const id = await office.commit({ code, value: 1_000n, obligationId: 1n, allocations });
    await office.commitments("authority").carryForward(id, line, 500n, doc);
    const carried = line + 1n;
    expect(await bound()).to.deep.equal([0n, 700n, 0n, 0n]);

    await goTo(YEAR_END + 1);
    await office.lines("authority").openYear(YEAR + 1);
    const next = await office.line(code, 300n, expense.investment, YEAR + 1);
    await office.lines("budget").allot(next, 300n);
    await office.commitments("budget").fundCommitment(id, next, 300n);
    expect(await bound()).to.deep.equal([0n, 700n, 300n, 0n]);

    const less = [{ lineId: carried, amount: 350n }];
    await office.commitments("approver1").amendCommitment(id, 1_000n, less, [], doc);
    expect(await bound()).to.deep.equal([0n, 550n, 300n, 0n]);
    await office.commitments("approver1").terminateCommitment(id, doc);
    expect(await bound()).to.deep.equal([0n, 0n, 0n, 0n]);
  });

  it("9: a commitment has one share of each line, however often it grows", async () => {
    const all = await scene();
    const { office, commitment, line, commitments } = all;
    await amend(all, 1_100n);
    await amend(all, 1_200n);
    await office.commitments("authority").carryForward(commitment, line, 300n, doc);
    await office.commitments("authority").carryForward(commitment, line, 400n, doc);
    const carried = line + 1n;
    expect([...(await commitments.allocationLines(commitment))]).to.deep.equal([line, carried]);
    expect([...(await commitments.allocation(commitment, line))]).to.deep.equal([500n, 0n, 0n]);
    expect([...(await commitments.allocation(commitment, carried))]).to.deep.equal([700n, 0n, 0n]);
  });

  it("9: a project without obligation is funded in full, one with it year by year", async () => {
    const { office, code, line, commitments } = await scene();
    const years = [
      { year: YEAR, amount: 100n },
      { year: YEAR + 1, amount: 900n },
    ];
    await office.commitments("authority").approveObligation(code, 1_000n, years, doc);
    const allocations = [{ lineId: line, amount: 100n }];
    const id = await office.commit({ code, value: 1_000n, obligationId: 1n, allocations });
    await goTo(YEAR_END + 1);
    await office.lines("authority").openYear(YEAR + 1);
    const next = await office.line(code, 900n, expense.investment, YEAR + 1);
    await office.lines("budget").allot(next, 900n);
    await office.commitments("budget").fundCommitment(id, next, 900n);
    expect((await commitments.commitment(id)).allocated).to.equal(1_000n);
    expect([...(await commitments.obligationUse(1n, YEAR + 1))]).to.deep.equal([1_000n, 900n]);
    expect([...(await commitments.allocationLines(id))]).to.deep.equal([line, next]);
  });

  it("10: an act of the same second is not of the future", async () => {
    const { officers, projects } = await ledger();
    const now = (await networkHelpers.time.latest()) + 10;
    await goTo(now);
    await projects.connect(officers.recorder).draftProject(AGENCY, YEAR, { ...doc, date: now }, []);
    expect(await projects.lastSequence(AGENCY, YEAR)).to.equal(1n);
  });
});
