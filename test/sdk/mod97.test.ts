import { expect } from "chai";
import { checkDigits, hasValidCheckDigits } from "../../sdk/mod97.ts";

describe("ISO 7064 MOD 97-10", () => {
  it("gives the check digits of the standard's example", () => {
    expect(checkDigits("794")).to.equal("44");
    expect(hasValidCheckDigits("79444")).to.equal(true);
  });

  it("accepts published IBANs, whose check digits are the same algorithm over country and account", () => {
    for (const iban of ["GB82WEST12345698765432", "DE89370400440532013000", "FR1420041010050500013M02606"]) {
      expect(hasValidCheckDigits(iban.slice(4) + iban.slice(0, 4))).to.equal(true);
    }
  });
});
