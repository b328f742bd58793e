import { expect } from "chai";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { decodeCoseReceipt, encodeCoseReceipt } from "../../../../sdk/log/cose/index.ts";
import { formatReceipt, parseReceipt } from "../../../../sdk/log/receipt/index.ts";
import type { Receipt } from "../../../../sdk/log/receipt/index.ts";
import { verifyCoseReceipt, verifyReceipt } from "../../../../sdk/log/verify/index.ts";
import type { Trust } from "../../../../sdk/log/verify/index.ts";
import { log, makeReceipt } from "../support/log-fixture.ts";

/** `refused` for an explained error, otherwise the verdict. */
function outcome(verify: () => { verdict: string }): string {
  try {
    return verify().verdict;
  } catch (error) {
    if (error instanceof ProngsaiError) return "refused";
    throw error;
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });
function text(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Each copy of the bytes with one bit turned. */
function* flips(bytes: Uint8Array): Generator<{ bit: number; flipped: Uint8Array }> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = bytes.slice();
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    yield { bit, flipped };
  }
}

describe("tampered receipts", function () {
  this.timeout(300_000);
  let receipt: Receipt;
  let trust: Trust;
  before(async () => {
    const made = await makeReceipt(3, 1);
    // Signature checks take nearly all the time; one cosigner is as good as two here.
    trust = made.trust;
    receipt = made.receipt;
  });

  it("in JSON do not hold with any single bit turned", () => {
    const bytes = new TextEncoder().encode(formatReceipt(receipt));
    const seen = new Map<string, number>();
    for (const { bit, flipped } of flips(bytes)) {
      const changed = text(flipped);
      const found =
        changed === undefined ? "no text" : outcome(() => verifyReceipt(parseReceipt(changed), trust));
      seen.set(found, (seen.get(found) ?? 0) + 1);
      expect(found, `bit ${bit}: ${changed?.slice((bit >> 3) - 20, (bit >> 3) + 20)}`).to.be.oneOf([
        "no text",
        "refused",
        "fails",
      ]);
    }
    expect(seen.get("fails")).to.be.above(1_000);
  });

  it("as COSE do not hold with any single bit turned", async () => {
    const bytes = await encodeCoseReceipt(receipt, log);
    expect(verifyCoseReceipt(decodeCoseReceipt(bytes), trust).verdict).to.equal("holds");
    for (const { bit, flipped } of flips(bytes)) {
      // Under another name the rest is not seen, and a bare proof says of no entry that it holds.
      const found = outcome(() => verifyCoseReceipt(decodeCoseReceipt(flipped), trust));
      expect(found, `bit ${bit}`).to.be.oneOf(["refused", "fails", "unknown"]);
    }
  });

  it("as COSE with the proof only do not hold with any single bit turned", async () => {
    const bytes = await encodeCoseReceipt(receipt, log, { rest: false });
    const verify = (one: Uint8Array) => verifyCoseReceipt(decodeCoseReceipt(one), trust, receipt);
    expect(verify(bytes).verdict).to.equal("holds");
    for (const { bit, flipped } of flips(bytes))
      expect(
        outcome(() => verify(flipped)),
        `bit ${bit}`,
      ).to.be.oneOf(["refused", "fails", "unknown"]);
  });

  it("do not hold with any member taken from another receipt of the same log", async () => {
    const other = (await makeReceipt(4, 2)).receipt;
    const members = Object.keys(receipt).filter((name) => name !== "type" && name !== "version");
    for (const name of members) {
      const same =
        JSON.stringify(receipt[name as keyof Receipt]) === JSON.stringify(other[name as keyof Receipt]);
      const mixed = { ...receipt, [name]: other[name as keyof Receipt] };
      const verdict = outcome(() => verifyReceipt(mixed, trust));
      expect(verdict, name).to.equal(same ? "holds" : "fails");
    }
  });
});
