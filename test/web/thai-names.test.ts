import { expect } from "chai";
import { errors } from "../../sdk/errors/budget/index.ts";
import { eventText, eventTexts } from "../../sdk/events/index.ts";
import { th as pages } from "../../web/i18n/th/index.ts";

/** What a reader finds under the same number on every page, in every event and in every refusal. */
const names = {
  lineId: "วงเงินที่ ",
  fromLine: "วงเงินที่ ",
  toLine: "วงเงินที่ ",
  commitmentId: "สัญญาที่ ",
  milestoneId: "งวดงานเลขที่ ",
  disbursementId: "รายการจ่ายที่ ",
  flagId: "ข้อสังเกตที่ ",
};

function* sentences(): Generator<[where: string, text: string]> {
  for (const [event, { th }] of Object.entries(eventTexts)) yield [event, th];
  for (const [error, { th }] of Object.entries(errors)) for (const text of th) yield [error, text];
}

describe("Thai names of what the budget counts", () => {
  it("are the same in events, in refusals and on pages", () => {
    let found = 0;
    for (const [where, text] of sentences()) {
      for (const [argument, name] of Object.entries(names)) {
        for (const before of text.split(`{${argument}}`).slice(0, -1)) {
          expect(before.endsWith(name), `${where}: ${text}`).to.equal(true);
          found++;
        }
      }
    }
    expect(found).to.be.above(60);
    const { lines, commitments, milestones, payments } = pages.project;
    expect(lines.name.startsWith(names.lineId)).to.equal(true);
    expect(commitments.ledgerNumber.startsWith(names.commitmentId)).to.equal(true);
    expect(milestones.name.startsWith(names.milestoneId)).to.equal(true);
    expect(payments.name.startsWith(names.disbursementId)).to.equal(true);
  });

  it("name a flag's rule by its title, and show nobody what is no rule", () => {
    const raised = (rule: string) =>
      eventText("FlagRaised", { flagId: "3", code: "TH-1", rule, replyDueAt: "1751734799" });
    expect(raised("milestone-overdue").th).to.include("“งวดงานเลยกำหนด”");
    expect(raised("milestone-overdue").en).to.include("“Milestone overdue”");
    expect(raised("no-such-rule").th).to.include("“ไม่รู้จัก”").and.not.include("no-such-rule");
    expect(raised("no-such-rule").en).to.include("“unknown”").and.not.include("no-such-rule");
  });
});
