import { expect } from "chai";
import { formatDate, formatDateTime } from "../../sdk/format-date.ts";

describe("writing dates", () => {
  it("writes Buddhist-era dates in Thai, both eras in English", () => {
    for (const value of [
      "2024-11-29",
      { y: 2024, m: 11, d: 29 },
      new Date("2024-11-28T17:00:00Z"),
      1732813200n,
    ]) {
      expect(formatDate(value, "th")).to.equal("29 พฤศจิกายน 2567");
      expect(formatDate(value, "en")).to.equal("29 November 2024 (B.E. 2567)");
    }
  });

  it("writes the time of day in Bangkok", () => {
    const instant = new Date("2024-11-29T17:05:59Z");
    expect(formatDateTime(instant, "th")).to.equal("30 พฤศจิกายน 2567 เวลา 00:05 น.");
    expect(formatDateTime(instant.getTime() / 1000, "en")).to.equal(
      "30 November 2024 (B.E. 2567), 00:05 Bangkok time",
    );
  });
});
