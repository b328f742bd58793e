import { expect } from "chai";
import { concat, keccak256 as ethersKeccak } from "ethers";
import { fromHex, toHex } from "../../../sdk/hex.ts";
import { emptyJournalRoot, foldJournal } from "../../../sdk/journal.ts";
import { createWasmKeccak } from "../../../sdk/keccak.ts";

describe("the journal's fold", () => {
  it("is keccak256(root ‖ entry) from 32 zero bytes on, with both hashes", async () => {
    const wasm = await createWasmKeccak();
    let expected = `0x${"00".repeat(32)}`;
    let plain = emptyJournalRoot();
    let fast = emptyJournalRoot();
    for (let index = 0; index < 20; index++) {
      const entry = ethersKeccak(new Uint8Array([index]));
      expected = ethersKeccak(concat([expected, entry]));
      plain = foldJournal(plain, fromHex(entry));
      fast = foldJournal(fast, fromHex(entry), wasm);
      expect(toHex(plain)).to.equal(expected);
      expect(toHex(fast)).to.equal(expected);
    }
  });

  it("begins anew each time, whatever was done to an earlier root", () => {
    emptyJournalRoot().fill(1);
    expect(emptyJournalRoot()).to.deep.equal(new Uint8Array(32));
  });
});
