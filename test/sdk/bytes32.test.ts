import { expect } from "chai";
import { decodeBytes32String, encodeBytes32String } from "ethers";
import fc from "fast-check";
import { decodeBytes32Text, encodeBytes32Text } from "../../sdk/bytes32.ts";
import { codeOf } from "./support/code-of.ts";

const ascii = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)),
  maxLength: 31,
});

describe("short texts in 32 bytes", function () {
  this.timeout(30_000);
  it("agree with ethers", () => {
    fc.assert(
      fc.property(ascii, (text) => {
        expect(encodeBytes32Text(text)).to.equal(encodeBytes32String(text));
        expect(decodeBytes32Text(encodeBytes32Text(text))).to.equal(text);
        expect(decodeBytes32String(encodeBytes32Text(text))).to.equal(text);
      }),
    );
  });

  for (const text of ["a".repeat(32), "ไทย", "a\nb"]) {
    it(`refuse ${JSON.stringify(text)}`, () =>
      expect(codeOf(() => encodeBytes32Text(text))).to.equal("BYTES32_TEXT_INVALID"));
  }

  const zeros = "0".repeat(60);
  for (const bytes of [
    "0x",
    `0x41${zeros}`,
    `0x410041${"0".repeat(58)}`,
    `0xffff${zeros}`,
    `0x417f${zeros}`,
    "41".repeat(33),
  ]) {
    it(`refuse to read ${bytes.slice(0, 12)}…`, () =>
      expect(codeOf(() => decodeBytes32Text(bytes))).to.equal("BYTES32_MALFORMED"));
  }
});
