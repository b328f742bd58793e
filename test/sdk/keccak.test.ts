import { expect } from "chai";
import { keccak256 as ethersKeccak } from "ethers";
import fc from "fast-check";
import { toHex } from "../../sdk/hex.ts";
import { createWasmKeccak, keccak256 } from "../../sdk/keccak.ts";

describe("Keccak-256", function () {
  this.timeout(30_000);
  it("is the same in JavaScript, in WebAssembly and in ethers", async () => {
    const wasm = await createWasmKeccak();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(toHex(keccak256(bytes))).to.equal(ethersKeccak(bytes));
        expect(toHex(wasm(bytes))).to.equal(ethersKeccak(bytes));
      }),
    );
  });

  it("gives a new array each time", async () => {
    for (const keccak of [keccak256, await createWasmKeccak()]) {
      const first = keccak(new Uint8Array([1]));
      const kept = first.slice();
      keccak(new Uint8Array([2]));
      expect(first).to.deep.equal(kept);
    }
  });
});
