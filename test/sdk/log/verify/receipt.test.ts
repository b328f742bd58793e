import { expect } from "chai";
import { canonicalBytes } from "../../../../sdk/canonical-json.ts";
import { toHex } from "../../../../sdk/hex.ts";
import { cosignCheckpoint, ed25519Signer, noteKey } from "../../../../sdk/log/checkpoint/index.ts";
import { formatReceipt } from "../../../../sdk/log/receipt/index.ts";
import type { Receipt } from "../../../../sdk/log/receipt/index.ts";
import { NO_TRUST, verifyReceipt } from "../../../../sdk/log/verify/index.ts";
import type { LogReport, Trust } from "../../../../sdk/log/verify/index.ts";
import { leafHash } from "../../../../sdk/merkle.ts";
import { SERVICE, log, makeLog, makeReceipt, record, witnesses } from "../support/log-fixture.ts";

const outcomes = ({ steps }: LogReport) =>
  Object.fromEntries(steps.map(({ code, outcome }) => [code, outcome]));

describe("verifying a receipt", () => {
  let receipt: Receipt;
  let trust: Trust;
  before(async () => {
    ({ receipt, trust } = await makeReceipt(11, 6));
  });

  it("holds in every step when all is trusted", () => {
    const report = verifyReceipt(receipt, trust);
    expect(outcomes(report)).to.deep.equal({
      RECORD_LEAF: "holds",
      RECORD_SERVICE: "holds",
      LEAF_INCLUDED: "holds",
      ORIGIN_SERVICE: "holds",
      CHECKPOINT_SIGNED: "holds",
      CHECKPOINT_COSIGNED: "holds",
      RECEIPT_ANCHOR: "holds",
      RECEIPT_ANCHOR_TRUSTED: "holds",
      RECEIPT_WITNESSES: "holds",
    });
    expect(report.verdict).to.equal("holds");
  });

  for (const [size, index] of [
    [1, 0],
    [2, 1],
    [256, 255],
    [257, 256],
    [700, 3],
  ] as const) {
    it(`holds for entry ${index} of ${size}`, async () => {
      const made = await makeReceipt(size, index);
      expect(verifyReceipt(made.receipt, made.trust).verdict).to.equal("holds");
    });
  }

  it("cannot be told by who trusts nobody", () => {
    const report = verifyReceipt(receipt, NO_TRUST);
    expect(report.verdict).to.equal("unknown");
    expect(outcomes(report)).to.include({
      LEAF_INCLUDED: "holds",
      CHECKPOINT_SIGNED: "unknown",
      CHECKPOINT_COSIGNED: "unknown",
      RECEIPT_ANCHOR_TRUSTED: "unknown",
      RECEIPT_WITNESSES: "unknown",
    });
  });

  it("holds by the log's key alone, and by the chain alone", () => {
    const byKey = verifyReceipt(receipt, { ...NO_TRUST, keys: trust.keys });
    expect(byKey.verdict).to.equal("holds");
    const byChain = verifyReceipt(receipt, { ...NO_TRUST, heads: trust.heads });
    expect(byChain.verdict).to.equal("holds");
    expect(outcomes(byChain)["CHECKPOINT_SIGNED"]).to.equal("unknown");
  });

  it("holds for the leaf only when the record is not there", () => {
    const { record: _record, ...bare } = receipt;
    const report = verifyReceipt(bare, trust);
    expect(_record).to.be.an("object");
    expect(report.verdict).to.equal("holds");
    expect(outcomes(report)["RECORD_LEAF"]).to.equal("unknown");
    expect(outcomes(report)).not.to.have.property("RECORD_SERVICE");
  });

  it("does not hold by a key of another log, another use, or another secret", () => {
    const stranger = ed25519Signer(log.key.name, "note", new Uint8Array(32).fill(9)).key;
    const verdict = (keys: Trust["keys"]) => verifyReceipt(receipt, { ...NO_TRUST, keys }).verdict;
    expect(verdict([stranger])).to.equal("fails");
    expect(verdict([noteKey("th.go.other/prongsai/0000000000000000", "note", log.key.publicKey)])).to.equal(
      "unknown",
    );
    expect(verdict([noteKey(log.key.name, "cosignature", log.key.publicKey)])).to.equal("fails");
    expect(verdict([stranger, log.key])).to.equal("holds");
  });

  it("needs as many cosigners as the reader asks for", async () => {
    const third = ed25519Signer("witness.example/9", "cosignature", new Uint8Array(32).fill(7));
    const cosigners = [...witnesses.map(({ key }) => key), third.key];
    const report = (quorum: number, one = receipt) => verifyReceipt(one, { ...trust, cosigners, quorum });
    expect(report(2).verdict).to.equal("holds");
    expect(outcomes(report(3))["CHECKPOINT_COSIGNED"]).to.equal("fails");
    const more = { ...receipt, checkpoint: await cosignCheckpoint(receipt.checkpoint, third, 5) };
    expect(report(3, more).verdict).to.equal("holds");
  });

  it("notices a record of another service under the service's own root", async () => {
    const foreign = { ...record(6), service: "th.go.other" };
    const { tiles } = makeLog(1);
    expect(tiles).to.be.an("object");
    const swapped = { ...receipt, record: foreign, leaf: toHex(leafHash(canonicalBytes(foreign))) };
    expect(outcomes(verifyReceipt(swapped, trust))).to.include({
      RECORD_LEAF: "holds",
      RECORD_SERVICE: "fails",
      LEAF_INCLUDED: "fails",
    });
    expect(verifyReceipt(swapped, trust).verdict).to.equal("fails");
  });

  it("notices a checkpoint of another service's log, although its key is trusted", async () => {
    const other = ed25519Signer("th.go.other/prongsai/5a5a5a5a5a5a5a5a", "note", new Uint8Array(32).fill(4));
    const checkpoint = await makeLog(11).checkpointAt(11, other);
    const report = verifyReceipt({ ...receipt, checkpoint }, { ...NO_TRUST, keys: [other.key, log.key] });
    expect(outcomes(report)).to.include({ CHECKPOINT_SIGNED: "holds", ORIGIN_SERVICE: "fails" });
    expect(report.verdict).to.equal("fails");
  });

  it("notices a right proof under an older checkpoint, and an older anchor", async () => {
    const { checkpointAt } = makeLog(11);
    const older = { ...receipt, checkpoint: await checkpointAt(10) };
    expect(outcomes(verifyReceipt(older, { ...NO_TRUST, keys: trust.keys }))).to.include({
      LEAF_INCLUDED: "fails",
      RECEIPT_ANCHOR: "fails",
    });
  });

  it("refuses a record that has no canonical form", () => {
    const wrong = { ...receipt, record: { ...record(6), data: { text: "\ud800" } } };
    expect(outcomes(verifyReceipt(wrong, trust))["RECORD_LEAF"]).to.equal("fails");
  });

  it("says what it looked at in values that JSON can hold", () => {
    const report = verifyReceipt(receipt, trust);
    expect(JSON.parse(JSON.stringify(report))).to.deep.equal(report);
    expect(report.steps.find(({ code }) => code === "LEAF_INCLUDED")!.details).to.deep.equal({
      index: 6,
      size: 11,
    });
    expect(formatReceipt(receipt)).to.include(SERVICE);
  });
});
