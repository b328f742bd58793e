import { expect } from "chai";
import { toArabicDigits, toThaiDigits } from "../../sdk/thai-digits.ts";

describe("Thai digits", () => {
  it("turns each digit and nothing else", () => {
    expect(toArabicDigits("ปี ๒๕๖๗ และ 2568 ๐๑๒๓๔๕๖๗๘๙")).to.equal("ปี 2567 และ 2568 0123456789");
    expect(toThaiDigits("0123456789 บาท ฿")).to.equal("๐๑๒๓๔๕๖๗๘๙ บาท ฿");
  });
});
