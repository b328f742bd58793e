import { expect } from "chai";
import { getBytes, hexlify, ZeroHash } from "ethers";
import { anchorBatch as batch, anchorInput } from "../../support/anchor.ts";
import { expectJournal } from "../../support/journal.ts";
import { type Ledger, ledger, networkHelpers } from "../../support/ledger.ts";
import { BUREAU, Duty, OTHER_AGENCY } from "../../support/people.ts";

const importing = ({ anchor, officers }: Ledger) => anchor.connect(officers.importer);

/** The CID with byte `index` replaced. */
function altered(index: number, value: number): string {
  const bytes = getBytes(batch.fileCid);
  bytes[index] = value;
  return hexlify(bytes);
}

describe("ImportAnchor", () => {
  it("anchors a batch and finds it by file and parser", async () => {
    const l = await ledger();
    const anchor = importing(l);
    expect(await anchor.batchOf(batch.fileSha256, "egp-1")).to.equal(0n);
    await expect(anchor.anchorBatch(batch))
      .to.emit(anchor, "BatchAnchored")
      .withArgs(1, batch.format, l.officers.importer.address, Object.values(batch));
    expect(await anchor.batchOf(batch.fileSha256, "egp-1")).to.equal(1n);
    expect(await anchor.batchOf(batch.fileSha256, "egp-2")).to.equal(0n);
    expect(await anchor.batchCount()).to.equal(1n);
    expect(await anchor.supersededBy(1)).to.equal(0n);
    await expectJournal(anchor, 1);
  });

  it("anchors the same file again when the reading rules are new, and returns the ids", async () => {
    const anchor = importing(await ledger());
    expect(await anchor.anchorBatch.staticCall(batch)).to.equal(1n);
    await anchor.anchorBatch(batch);
    const again = { ...batch, parserVersion: "egp-2" };
    expect(await anchor.anchorBatch.staticCall(again)).to.equal(2n);
    await anchor.anchorBatch(again);
    expect(await anchor.batchOf(batch.fileSha256, "egp-2")).to.equal(2n);
    expect(await anchor.batchCount()).to.equal(2n);
  });

  it("accepts the extremes: every row in quarantine, fetched this second, dag-pb file", async () => {
    const anchor = importing(await ledger());
    const retrievedAt = (await networkHelpers.time.latest()) + 100;
    await networkHelpers.time.setNextBlockTimestamp(retrievedAt);
    await anchor.anchorBatch({
      ...batch,
      rowCount: 1,
      quarantined: 1,
      retrievedAt,
      fileCid: altered(1, 0x70),
      licence: "",
    });
    expect(await anchor.batchCount()).to.equal(1n);
  });

  it("replaces a batch by another one, once", async () => {
    const l = await ledger();
    const anchor = importing(l);
    await anchor.anchorBatch(batch);
    await anchor.anchorBatch(anchorInput(2));
    await anchor.anchorBatch(anchorInput(3));
    await expect(anchor.supersede(1, 2))
      .to.emit(anchor, "BatchSuperseded")
      .withArgs(1, 2, l.officers.importer.address);
    expect(await anchor.supersededBy(1)).to.equal(2n);
    await expect(anchor.supersede(1, 3))
      .to.be.revertedWithCustomError(anchor, "ImportAnchorAlreadySuperseded")
      .withArgs(1, 2);
    await expectJournal(anchor, 4);
  });

  it("replaces a wrong batch by the right one that was anchored before it", async () => {
    const l = await ledger();
    const anchor = importing(l);
    for (const n of [1, 2, 3]) await anchor.anchorBatch(anchorInput(n));
    await expect(anchor.supersede(3, 1))
      .to.emit(anchor, "BatchSuperseded")
      .withArgs(3, 1, l.officers.importer.address);
    expect(await anchor.supersededBy(3)).to.equal(1n);
    expect(await anchor.supersededBy(1)).to.equal(0n);
    await anchor.supersede(1, 2);
    expect(await anchor.supersededBy(1)).to.equal(2n);
  });

  it("anchors a file again when its batch was replaced, so that it may replace its successor", async () => {
    const anchor = importing(await ledger());
    await anchor.anchorBatch(anchorInput(1));
    await anchor.anchorBatch(anchorInput(2));
    await anchor.supersede(1, 2);
    expect(await anchor.anchorBatch.staticCall(anchorInput(1))).to.equal(3n);
    await anchor.anchorBatch(anchorInput(1));
    expect(await anchor.batchOf(anchorInput(1).fileSha256, "egp-1")).to.equal(3n);
    await anchor.supersede(2, 3);
    await expect(anchor.anchorBatch(anchorInput(1)))
      .to.be.revertedWithCustomError(anchor, "ImportAnchorAlreadyAnchored")
      .withArgs(3);
    for (const [batchId, by] of [
      [1, 2n],
      [2, 3n],
      [3, 0n],
    ] as const) {
      expect(await anchor.supersededBy(batchId)).to.equal(by);
    }
    await expectJournal(anchor, 5);
  });

  it("lets no sequence of replacements end in a ring", async () => {
    const anchor = importing(await ledger());
    const ids = [1, 2, 3, 4];
    for (const n of ids) await anchor.anchorBatch(anchorInput(n));
    const replaced = new Map<number, number>();
    for (const [batchId, by] of ids.flatMap((a) => ids.map((b) => [(a * 2 + b) % 4, (a + b) % 4] as const))) {
      const [from, to] = [batchId + 1, by + 1];
      const error = replaced.has(from)
        ? "ImportAnchorAlreadySuperseded"
        : from === to || replaced.has(to)
          ? "ImportAnchorReplacementInvalid"
          : null;
      if (error) {
        await expect(anchor.supersede(from, to)).to.be.revertedWithCustomError(anchor, error);
      } else {
        await anchor.supersede(from, to);
        replaced.set(from, to);
      }
    }
    expect(replaced.size, "one batch is always left").to.equal(3);
  });

  describe("refuses", () => {
    const cases: { what: string; change: Partial<typeof batch>; error: string; values: unknown[] }[] = [
      { what: "no format", change: { format: ZeroHash }, error: "FormatMissing", values: [] },
      {
        what: "no digest of the source",
        change: { sourceSha256: ZeroHash },
        error: "DigestMissing",
        values: [],
      },
      { what: "no digest of the file", change: { fileSha256: ZeroHash }, error: "DigestMissing", values: [] },
      { what: "no Merkle root", change: { merkleRoot: ZeroHash }, error: "DigestMissing", values: [] },
      { what: "no CID of the file", change: { fileCid: "0x" }, error: "CidMalformed", values: ["0x"] },
      ...[
        altered(0, 0),
        altered(1, 0x71),
        altered(2, 0x13),
        altered(3, 31),
        `${batch.fileCid}00`,
        batch.fileCid.slice(0, -2),
      ].map((cid, index) => ({
        what: `malformed CID ${index} of the file`,
        change: { fileCid: cid },
        error: "CidMalformed",
        values: [cid],
      })),
      {
        what: "no CID of the source's description",
        change: { sourceCid: "0x" },
        error: "CidMalformed",
        values: ["0x"],
      },
      { what: "no rows", change: { rowCount: 0, quarantined: 0 }, error: "RowsInconsistent", values: [0, 0] },
      {
        what: "more in quarantine than read",
        change: { rowCount: 2 },
        error: "RowsInconsistent",
        values: [2, 3],
      },
      { what: "no parser version", change: { parserVersion: "" }, error: "ParserVersionMissing", values: [] },
    ];
    for (const { what, change, error, values } of cases) {
      it(what, async () => {
        const anchor = importing(await ledger());
        await expect(anchor.anchorBatch({ ...batch, ...change }))
          .to.be.revertedWithCustomError(anchor, `ImportAnchor${error}`)
          .withArgs(...values);
      });
    }

    it("a file from the future", async () => {
      const anchor = importing(await ledger());
      const now = (await networkHelpers.time.latest()) + 100;
      await networkHelpers.time.setNextBlockTimestamp(now);
      await expect(anchor.anchorBatch({ ...batch, retrievedAt: now + 1 }))
        .to.be.revertedWithCustomError(anchor, "ImportAnchorFromTheFuture")
        .withArgs(now + 1, now);
    });

    it("the same file read by the same rules", async () => {
      const anchor = importing(await ledger());
      await anchor.anchorBatch(anchorInput(1));
      await anchor.anchorBatch(batch);
      await expect(anchor.anchorBatch({ ...batch, licence: "other" }))
        .to.be.revertedWithCustomError(anchor, "ImportAnchorAlreadyAnchored")
        .withArgs(2);
    });

    it("batches that are unknown, the same, or replaced by one that was replaced itself", async () => {
      const anchor = importing(await ledger());
      await anchor.anchorBatch(batch);
      await anchor.anchorBatch(anchorInput(2));
      await anchor.supersede(1, 2);
      const refused = [
        { args: [0, 1], error: "Unknown", values: [0] },
        { args: [3, 1], error: "Unknown", values: [3] },
        { args: [2, 3], error: "Unknown", values: [3] },
        { args: [2, 0], error: "Unknown", values: [0] },
        { args: [2, 1], error: "ReplacementInvalid", values: [2, 1] },
        { args: [2, 2], error: "ReplacementInvalid", values: [2, 2] },
      ] as const;
      for (const { args, error, values } of refused) {
        await expect(anchor.supersede(...args))
          .to.be.revertedWithCustomError(anchor, `ImportAnchor${error}`)
          .withArgs(...values);
      }
      await expect(anchor.supersededBy(3))
        .to.be.revertedWithCustomError(anchor, "ImportAnchorUnknown")
        .withArgs(3);
    });

    it("everybody who does not import, and importers of other agencies to supersede", async () => {
      const l = await ledger();
      const { anchor, registry, officers, stranger } = l;
      await importing(l).anchorBatch(batch);
      await importing(l).anchorBatch(anchorInput(2));
      for (const call of [
        () => anchor.connect(stranger).anchorBatch(anchorInput(3)),
        () => anchor.connect(stranger).supersede(1, 2),
      ]) {
        await expect(call())
          .to.be.revertedWithCustomError(registry, "AgencyRegistryOfficerUnknown")
          .withArgs(stranger.address);
      }
      await expect(anchor.connect(officers.authority).anchorBatch(anchorInput(3)))
        .to.be.revertedWithCustomError(registry, "AgencyRegistryDutyMissing")
        .withArgs(officers.authority.address, Duty.BUDGET_AUTHORITY, Duty.IMPORTER);
      await expect(anchor.connect(officers.otherImporter).supersede(1, 2))
        .to.be.revertedWithCustomError(registry, "AgencyRegistryOtherAgency")
        .withArgs(officers.otherImporter.address, OTHER_AGENCY, BUREAU);
    });
  });
});
