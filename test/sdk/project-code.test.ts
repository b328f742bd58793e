import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import fc from "fast-check";
import { encodeBytes32Text } from "../../sdk/bytes32.ts";
import { isProjectCode, makeProjectCode, parseProjectCode } from "../../sdk/project-code.ts";
import { toThaiDigits } from "../../sdk/thai-digits.ts";
import { codeOf } from "./support/code-of.ts";

const parts = fc.record({
  year: fc.integer({ min: 2500, max: 9999 }),
  agency: fc.integer({ min: 1, max: 99_999 }),
  sequence: fc.integer({ min: 1, max: 999_999 }),
});

/** The whole code as one number, letters as in IBAN, by the definition rather than by the implementation. */
const asNumber = (code: string) => BigInt(code.replaceAll("-", "").replace("T", "29").replace("H", "17"));

describe("project codes", function () {
  this.timeout(30_000);
  it("are one modulo 97 as a whole, with check digits from 02 to 98", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const code = makeProjectCode(given);
        expect(code).to.match(/^TH-\d{4}-\d{5}-\d{6}-\d{2}$/);
        expect(asNumber(code) % 97n).to.equal(1n);
        expect(Number(code.slice(-2))).to.be.within(2, 98);
        expect(parseProjectCode(code)).to.deep.equal({ ...given, code });
        expect(encodeBytes32Text(code)).to.equal(encodeBytes32String(code));
      }),
    );
  });

  it("are read with Thai digits, spaces, lower case, other hyphens or none", () => {
    const code = makeProjectCode({ year: 2568, agency: 1007, sequence: 123 });
    const written = [
      toThaiDigits(code),
      ` ${code.toLowerCase()} `,
      code.replaceAll("-", " – "),
      code.replaceAll("-", ""),
    ];
    for (const form of written) expect(parseProjectCode(form).code).to.equal(code);
  });

  it("catch every wrong digit and every swap of neighbours", () => {
    fc.assert(
      fc.property(parts, fc.nat(), fc.integer({ min: 1, max: 9 }), (given, where, by) => {
        const code = makeProjectCode(given);
        const places = [...code.matchAll(/\d/g)].map((match) => match.index);
        const at = places[where % places.length] as number;
        const wrong = code.slice(0, at) + ((Number(code[at]) + by) % 10) + code.slice(at + 1);
        expect(codeOf(() => parseProjectCode(wrong))).to.equal("PROJECT_CODE_CHECKSUM");
        if (/\d/.test(code[at + 1] ?? "") && code[at] !== code[at + 1]) {
          const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
          expect(codeOf(() => parseProjectCode(swapped))).to.equal("PROJECT_CODE_CHECKSUM");
        }
      }),
      { numRuns: 500 },
    );
  });

  it("say what kind of typing error it is", () => {
    const code = makeProjectCode({ year: 2568, agency: 1007, sequence: 123 });
    expect(codeOf(() => parseProjectCode(""))).to.equal("PROJECT_CODE_FORM");
    expect(codeOf(() => parseProjectCode("67119003941"))).to.equal("PROJECT_CODE_FORM");
    expect(codeOf(() => parseProjectCode(code.replace("TH", "TX")))).to.equal("PROJECT_CODE_FORM");
    expect(codeOf(() => parseProjectCode(code.slice(0, -1)))).to.equal("PROJECT_CODE_LENGTH");
    expect(codeOf(() => parseProjectCode(`${code}0`))).to.equal("PROJECT_CODE_LENGTH");
    expect(isProjectCode(code)).to.equal(true);
    expect(isProjectCode(code.slice(1))).to.equal(false);
  });

  it("refuse check digits that are right modulo 97 but outside 02–98", () => {
    for (const cc of ["00", "01", "99"]) {
      for (let sequence = 1; sequence < 500; sequence++) {
        const code = makeProjectCode({ year: 2568, agency: 1, sequence }).slice(0, -2) + cc;
        if (asNumber(code) % 97n === 1n)
          expect(codeOf(() => parseProjectCode(code))).to.equal("PROJECT_CODE_CHECKSUM");
      }
    }
  });

  for (const bad of [
    { year: 999, agency: 1, sequence: 1 },
    { year: 2568, agency: 0, sequence: 1 },
    { year: 2568, agency: 100_000, sequence: 1 },
    { year: 2568, agency: 1, sequence: 0 },
    { year: 2568, agency: 1, sequence: 1.5 },
  ]) {
    it(`refuse ${JSON.stringify(bad)}`, () =>
      expect(codeOf(() => makeProjectCode(bad))).to.equal("PROJECT_CODE_PART"));
  }

  it("show a valid example in the error's text", () => {
    try {
      parseProjectCode("?");
    } catch (error) {
      const example = /TH-[\d-]+\d/.exec((error as { mend: string }).mend)?.[0] ?? "";
      expect(isProjectCode(example), example).to.equal(true);
    }
  });
});
