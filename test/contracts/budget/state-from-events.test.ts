import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import { goTo, spending, YEAR, YEAR_END } from "../../support/budget/office.ts";
import { replayed } from "../../support/budget/replay.ts";
import { brokenRules, differences, type Counters } from "../../support/budget/snapshot.ts";
import { Storage } from "../../support/budget/storage.ts";
import { document } from "../../support/document.ts";
import { expectJournal } from "../../support/journal.ts";
import { networkHelpers } from "../../support/ledger.ts";
import { OTHER_AGENCY } from "../../support/people.ts";

/** A little of everything that leaves an event. */
async function eventful() {
  const all = await networkHelpers.loadFixture(spending);
  const { office, code, line, commitment } = all;
  const scheme = encodeBytes32String("egp");
  await office.projects("recorder").addReference(code, { scheme, value: "67119999999" });
  await office.lines("authority").changeCeiling(YEAR, 90_000n, document());
  const other = await office.line(code, 5_000n, 2);
  const foreign = await office.line(await office.active(YEAR, OTHER_AGENCY), 300n);
  await office.lines("budget").withdrawAllotment(line, 1_000n);
  const moves = [
    { fromLine: line, toLine: other, amount: 500n },
    { fromLine: foreign, toLine: other, amount: 100n },
  ];
  await office.lines("authority").revise(moves, document());
  const years = [
    { year: YEAR, amount: 700n },
    { year: YEAR + 1, amount: 800n },
  ];
  await office.commitments("authority").approveObligation(code, 1_500n, years, document());
  const allocations = [{ lineId: line, amount: 600n }];
  const long = await office.commit({ code, value: 1_500n, obligationId: 1n, allocations });
  await office.deliver(1n, 300n);
  await office.pay(commitment, line, 0n, 150n);
  const paid = await office.pay(commitment, line, 1n, 200n);
  await office.disbursements("treasury").recordReturn(paid, 50n, document());
  const refused = await office.request(commitment, line, 1n, 100n);
  await office.disbursements("approver1").reject(refused, document());
  await office.request(long, line, 0n, 1n).catch(() => undefined);
  await office.commitments("recorder").submitMilestone(2n, document());
  await office.commitments("acceptor").rejectMilestone(2n, document());
  await office
    .commitments("approver1")
    .amendCommitment(
      commitment,
      1_200n,
      [{ lineId: line, amount: 1_200n }],
      [{ milestoneId: 2n, amount: 600n, dueAt: YEAR_END }],
      document(),
    );
  await office.commitments("authority").carryForward(commitment, line, 300n, document());
  await goTo(YEAR_END + 1);
  await office.lines("budget").closeLine(line);
  await office.lines("authority").openYear(YEAR + 1);
  const next = await office.line(code, 2_000n, 3, YEAR + 1);
  await office.lines("budget").allot(next, 2_000n);
  await office.commitments("budget").fundCommitment(long, next, 800n);
  await office.commitments("approver1").terminateCommitment(commitment, document());
  await office.disbursements("treasury").recordReturn(paid, 150n, document());
  return all;
}

describe("the budget's events", () => {
  it("rebuild the whole state of its contracts", async () => {
    const all = await eventful();
    const fromEvents = await replayed(all);
    const references: [string, string][] = [[encodeBytes32String("egp"), "67119999999"]];
    const fromStorage = await new Storage(all).snapshot(fromEvents.keys(), { references });
    expect(differences(fromEvents, fromStorage)).to.deep.equal([]);
    expect(fromEvents.size).to.be.greaterThan(20);
    for (const [key, fields] of fromStorage) {
      if (!key.startsWith("line ")) continue;
      expect(
        brokenRules(fields.counters as unknown as Counters, fields.closed as boolean),
        key,
      ).to.deep.equal([]);
    }
  });

  it("fold to the journals of its contracts", async () => {
    const all = await eventful();
    for (const contract of [all.projects, all.lines, all.commitments, all.disbursements]) {
      await expectJournal(contract);
    }
  });
});
