import { expect } from "chai";
import { equalBytes, fromHex, toHex } from "../../sdk/hex.ts";
import { codeOf } from "./support/code-of.ts";

describe("hexadecimal", () => {
  it("writes lower case with 0x and reads both cases", () => {
    expect(toHex(new Uint8Array([0, 0xab, 0xff]))).to.equal("0x00abff");
    expect(fromHex("0x00ABff")).to.deep.equal(new Uint8Array([0, 0xab, 0xff]));
    expect(fromHex("0x")).to.deep.equal(new Uint8Array());
    expect(fromHex("0x01", 1)).to.deep.equal(new Uint8Array([1]));
  });

  for (const [hex, length] of [["00"], ["0x0"], ["0xzz"], ["0x00", 2], ["0x00 "]] as [string, number?][]) {
    it(`refuses “${hex}”${length ? ` as ${length} bytes` : ""}`, () =>
      expect(codeOf(() => fromHex(hex, length))).to.equal("HEX_MALFORMED"));
  }

  it("compares bytes", () => {
    expect(equalBytes(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).to.equal(true);
    expect(equalBytes(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).to.equal(false);
    expect(equalBytes(new Uint8Array([1, 2]), new Uint8Array([1]))).to.equal(false);
  });
});
