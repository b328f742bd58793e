import { expect } from "chai";
import fc from "fast-check";
import {
  MAX_SATANG,
  formatBaht,
  formatBahtNumber,
  formatMillionBaht,
  parseBaht,
  satangFromString,
  satangToString,
} from "../../sdk/money.ts";
import { toThaiDigits } from "../../sdk/thai-digits.ts";
import { codeOf } from "./support/code-of.ts";

describe("money", function () {
  this.timeout(30_000);
  const readings: [string, bigint][] = [
    ["1,480.00", 148000n],
    ["๑,๔๘๐.๕๐", 148050n],
    ["1480", 148000n],
    [" 1480.5 ", 148050n],
    ["\uFEFF0", 0n],
    [".25", 25n],
    ["1.500000", 150n],
    ["1,234,567.89 บาท", 123456789n],
    ["฿ 99", 9900n],
    ["20 baht", 2000n],
    ["0012", 1200n],
    ["184467440737095516.15", MAX_SATANG],
  ];
  for (const [input, satang] of readings) {
    it(`reads “${input}” as ${satang} satang`, () => expect(parseBaht(input)).to.equal(satang));
  }

  const refusals: [string, string][] = [
    ["", "MONEY_EMPTY"],
    ["  ", "MONEY_EMPTY"],
    ["บาท", "MONEY_EMPTY"],
    ["-", "MONEY_NOT_A_NUMBER"],
    ["N/A", "MONEY_NOT_A_NUMBER"],
    ["1,48", "MONEY_NOT_A_NUMBER"],
    ["1234,567", "MONEY_NOT_A_NUMBER"],
    ["1,480.00.00", "MONEY_NOT_A_NUMBER"],
    ["1.48E+06", "MONEY_NOT_A_NUMBER"],
    ["0x10", "MONEY_NOT_A_NUMBER"],
    ["1 480", "MONEY_NOT_A_NUMBER"],
    ["12.", "MONEY_NOT_A_NUMBER"],
    ["Infinity", "MONEY_NOT_A_NUMBER"],
    ["1.005", "MONEY_TOO_PRECISE"],
    ["-1", "MONEY_NEGATIVE"],
    ["−0.01", "MONEY_NEGATIVE"],
    ["184467440737095516.16", "MONEY_TOO_LARGE"],
  ];
  for (const [input, code] of refusals) {
    it(`refuses “${input}” with ${code}`, () => expect(codeOf(() => parseBaht(input))).to.equal(code));
  }

  it("takes negative amounts only when they are allowed, within the same bound", () => {
    expect(parseBaht("-1,480.50", { allowNegative: true })).to.equal(-148050n);
    expect(parseBaht("-฿1", { allowNegative: true })).to.equal(-100n);
    expect(codeOf(() => parseBaht("-184467440737095516.16", { allowNegative: true }))).to.equal(
      "MONEY_TOO_LARGE",
    );
  });

  it("reads back whatever it writes, in both kinds of digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -MAX_SATANG, max: MAX_SATANG }), (satang) => {
        const options = { allowNegative: true };
        expect(parseBaht(formatBaht(satang, "th"), options)).to.equal(satang);
        expect(parseBaht(toThaiDigits(formatBahtNumber(satang)), options)).to.equal(satang);
        expect(satangFromString(satangToString(satang), options)).to.equal(satang);
      }),
    );
  });

  it("writes baht with commas, two decimals and the unit", () => {
    expect(formatBaht(148000n, "th")).to.equal("1,480.00 บาท");
    expect(formatBaht(148000n, "en")).to.equal("1,480.00 baht");
    expect(formatBaht(-5n, "en")).to.equal("-0.05 baht");
    expect(formatBaht(MAX_SATANG, "en")).to.equal("184,467,440,737,095,516.15 baht");
  });

  it("writes large sums in millions, rounded half away from zero, and small ones exactly", () => {
    expect(formatMillionBaht(123_456_500_000n, "th")).to.equal("1,234.57 ล้านบาท");
    expect(formatMillionBaht(-123_456_500_000n, "en")).to.equal("-1,234.57 million baht");
    expect(formatMillionBaht(123_456_499_999n, "en")).to.equal("1,234.56 million baht");
    expect(formatMillionBaht(99_999_999n, "en")).to.equal("999,999.99 baht");
    expect(formatMillionBaht(100_000_000n, "en")).to.equal("1.00 million baht");
  });

  for (const [input, code] of [
    ["", "MONEY_NOT_SATANG"],
    ["1.5", "MONEY_NOT_SATANG"],
    ["01", "MONEY_NOT_SATANG"],
    ["-0", "MONEY_NOT_SATANG"],
    ["1,000", "MONEY_NOT_SATANG"],
    ["๑", "MONEY_NOT_SATANG"],
    ["-1", "MONEY_NEGATIVE"],
    ["18446744073709551616", "MONEY_TOO_LARGE"],
  ] as const) {
    it(`refuses “${input}” as satang with ${code}`, () =>
      expect(codeOf(() => satangFromString(input))).to.equal(code));
  }
});
