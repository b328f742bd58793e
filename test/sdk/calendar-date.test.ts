import { expect } from "chai";
import { bangkokDate, checkedDate, endOfDay, startOfDay, toIsoDate } from "../../sdk/calendar-date.ts";
import { codeOf } from "./support/code-of.ts";

describe("calendar dates", () => {
  it("turns the day at midnight in Bangkok", () => {
    expect(bangkokDate(new Date("2024-09-30T16:59:59.999Z"))).to.deep.equal({ y: 2024, m: 9, d: 30 });
    expect(bangkokDate(new Date("2024-09-30T17:00:00Z"))).to.deep.equal({ y: 2024, m: 10, d: 1 });
    expect(bangkokDate(0)).to.deep.equal({ y: 1970, m: 1, d: 1 });
    expect(bangkokDate(1_732_838_400n)).to.deep.equal({ y: 2024, m: 11, d: 29 });
  });

  it("gives the first and last second of a day", () => {
    const day = { y: 2024, m: 11, d: 29 };
    expect(new Date(startOfDay(day) * 1000).toISOString()).to.equal("2024-11-28T17:00:00.000Z");
    expect(new Date(endOfDay(day) * 1000).toISOString()).to.equal("2024-11-29T16:59:59.000Z");
  });

  it("writes ISO dates", () => expect(toIsoDate({ y: 987, m: 1, d: 2 })).to.equal("0987-01-02"));

  it("refuses days that do not exist", () => {
    expect(codeOf(() => checkedDate({ y: 2023, m: 2, d: 29 }))).to.equal("DATE_IMPOSSIBLE");
    expect(codeOf(() => checkedDate({ y: 2024, m: 13, d: 1 }))).to.equal("DATE_IMPOSSIBLE");
    expect(codeOf(() => checkedDate({ y: 2024, m: Number.NaN, d: 1 }))).to.equal("DATE_IMPOSSIBLE");
    expect(codeOf(() => bangkokDate(new Date(Number.NaN)))).to.equal("DATE_NOT_READABLE");
  });
});
