import { expect } from "chai";
import { nextSequence } from "../../../api/intake/check/sequence.ts";
import type { ActionRecord, SealedRecord } from "../../../sdk/log/record/index.ts";

const declared = (from: number, to: number): SealedRecord => {
  const record = { type: "log.gapDeclared", clientSeq: to + 1, data: { from, to } };
  return { record: record as unknown as ActionRecord, bytes: new Uint8Array(), leaf: new Uint8Array() };
};

describe("how far one declared gap may reach", () => {
  it("is 2^32 numbers, from wherever it begins", () => {
    for (const from of [1, 1_000_000]) {
      const to = from + 2 ** 32 - 1;
      expect(nextSequence([declared(from, to)], from)).to.equal(to + 2);
      expect(() => nextSequence([declared(from, to + 1)], from))
        .to.throw()
        .with.property("code", "LOG_INTAKE_GAP_TOO_LONG");
    }
  });

  it("is never beyond 2^52, so that there are always numbers for records", () => {
    expect(nextSequence([declared(2 ** 52, 2 ** 52)], 2 ** 52)).to.equal(2 ** 52 + 2);
    expect(() => nextSequence([declared(2 ** 52 + 1, 2 ** 52 + 1)], 2 ** 52 + 1))
      .to.throw()
      .with.property("code", "LOG_INTAKE_GAP_TOO_LONG");
  });
});
