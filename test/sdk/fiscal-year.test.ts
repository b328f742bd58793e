import { expect } from "chai";
import fc from "fast-check";
import { checkedFiscalYear, fiscalYearOf, fiscalYearRange } from "../../sdk/fiscal-year.ts";
import { codeOf } from "./support/code-of.ts";

describe("fiscal years", function () {
  this.timeout(30_000);
  it("begins on 1 October and ends on 30 September, in Bangkok", () => {
    const { start, end } = fiscalYearRange(2568);
    expect(new Date(start * 1000).toISOString()).to.equal("2024-09-30T17:00:00.000Z");
    expect(new Date(end * 1000).toISOString()).to.equal("2025-09-30T16:59:59.000Z");
    expect(fiscalYearOf({ y: 2024, m: 9, d: 30 })).to.equal(2567);
    expect(fiscalYearOf({ y: 2024, m: 10, d: 1 })).to.equal(2568);
    expect(fiscalYearOf(new Date("2024-09-30T17:00:00Z"))).to.equal(2568);
    expect(fiscalYearOf(new Date("2024-09-30T16:59:59Z"))).to.equal(2567);
  });

  it("follows year upon year without a gap, and contains its own first and last second", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2514, max: 2699 }), (year) => {
        const { start, end } = fiscalYearRange(year);
        expect(fiscalYearOf(start)).to.equal(year);
        expect(fiscalYearOf(BigInt(end))).to.equal(year);
        expect(fiscalYearRange(year + 1).start).to.equal(end + 1);
      }),
    );
  });

  for (const year of [0, -1, 2513, 2701, 65536, 2568.5, Number.NaN]) {
    it(`refuses ${year}`, () =>
      expect(codeOf(() => checkedFiscalYear(year))).to.equal("FISCAL_YEAR_OUT_OF_RANGE"));
  }
});
