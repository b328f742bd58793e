import { expect } from "chai";
import { encodeBytes32String, ZeroHash } from "ethers";
import { document, noDocument } from "../../support/document.ts";
import { draftProject, flagDomain, flagPayload, flagTypes, raise } from "../../support/flags.ts";
import { expectJournal } from "../../support/journal.ts";
import { type Ledger, ledger, networkHelpers } from "../../support/ledger.ts";
import { AGENCY, AUDIT_OFFICE, Duty, OTHER_AGENCY } from "../../support/people.ts";

const { time } = networkHelpers;
const DAY = 86_400;
const Open = 1n,
  Replied = 2n,
  UnderReview = 3n,
  Upheld = 4n,
  Dismissed = 5n,
  Referred = 6n;
const AGENCY_DUTIES = 63;

async function raised() {
  const l = await ledger();
  const code = await draftProject(l);
  const { flagId, payload, sent } = await raise(l, code);
  return { l, code, flagId, payload, sent };
}

const auditing = (l: Ledger) => l.flags.connect(l.officers.auditor);

/** The flag in the state asked for. */
async function flagIn(state: bigint) {
  const { l, flagId } = await raised();
  if (state >= Replied) await l.flags.connect(l.officers.recorder).reply(flagId, document("reply"));
  if (state >= UnderReview) await auditing(l).startReview(flagId);
  if (state >= Upheld) await auditing(l).decide(flagId, state, document("verdict"));
  return { l, flagId };
}

describe("BudgetFlags", () => {
  it("raises a citizen's flag through anyone, starts the clock and counts the nonce", async () => {
    const { l, code, flagId, payload, sent } = await raised();
    const at = BigInt((await sent.getBlock())!.timestamp);
    expect(flagId).to.equal(1n);
    await expect(sent)
      .to.emit(l.flags, "FlagRaised")
      .withArgs(1, code, payload.rule, l.citizen.address, at + 15n * 86_400n, Object.values(noDocument));
    expect(await l.flags.flag(1)).to.deep.equal([
      code,
      BigInt(AGENCY),
      Open,
      false,
      at,
      at + 15n * 86_400n,
      payload.rule,
      l.citizen.address,
    ]);
    expect(await l.flags.nonceOf(l.citizen)).to.equal(1n);
    expect(await l.flags.REPLY_PERIOD()).to.equal(15n * 86_400n);
    expect(await l.flags.DAILY_LIMIT()).to.equal(5n);
    await expectJournal(l.flags, 1);
  });

  it("keeps a citizen's statement", async () => {
    const { l, code } = await raised();
    const { sent } = await raise(l, code, l.citizen2, { statement: document("statement") });
    await expect(sent).to.emit(l.flags, "FlagRaised");
    expect((await l.flags.queryFilter(l.flags.filters.FlagRaised(2)))[0]!.args.statement.digest).to.equal(
      document("statement").digest,
    );
    await expectJournal(l.flags, 2);
  });

  for (const [word, verdict] of [
    ["upheld", Upheld],
    ["dismissed", Dismissed],
    ["referred", Referred],
  ] as const) {
    it(`is answered, reviewed and ${word}`, async () => {
      const { l, flagId } = await raised();
      const { recorder, auditor } = l.officers;
      const [reply, reason] = [document("reply"), document("reason")];
      await expect(l.flags.connect(recorder).reply(flagId, reply))
        .to.emit(l.flags, "FlagReplied")
        .withArgs(flagId, recorder.address, Object.values(reply));
      expect((await l.flags.flag(flagId)).state).to.equal(Replied);
      await expect(auditing(l).startReview(flagId))
        .to.emit(l.flags, "FlagReviewStarted")
        .withArgs(flagId, auditor.address);
      expect((await l.flags.flag(flagId)).state).to.equal(UnderReview);
      await expect(auditing(l).decide(flagId, verdict, reason))
        .to.emit(l.flags, "FlagDecided")
        .withArgs(flagId, verdict, auditor.address, Object.values(reason));
      const after = await l.flags.flag(flagId);
      expect([after.state, after.unanswered]).to.deep.equal([verdict, false]);
      await expectJournal(l.flags, 4);
    });
  }

  it("may be answered by every agency duty", async () => {
    const names = ["recorder", "approver1", "approver2", "acceptor", "treasury", "budget"] as const;
    for (const name of names) {
      const { l, flagId } = await raised();
      await l.flags.connect(l.officers[name]).reply(flagId, document("reply"));
      expect((await l.flags.flag(flagId)).state, name).to.equal(Replied);
    }
  });

  it("is marked unanswered by anyone when the clock has run out, and a late reply does not hide it", async () => {
    const { l, flagId } = await raised();
    const { replyDueAt } = await l.flags.flag(flagId);
    await time.setNextBlockTimestamp(replyDueAt);
    await expect(l.flags.markUnanswered(flagId))
      .to.be.revertedWithCustomError(l.flags, "BudgetFlagsReplyNotDue")
      .withArgs(flagId, replyDueAt, replyDueAt);
    await time.setNextBlockTimestamp(replyDueAt + 1n);
    await expect(l.flags.markUnanswered(flagId))
      .to.emit(l.flags, "FlagMarkedUnanswered")
      .withArgs(flagId, replyDueAt);
    await expect(l.flags.markUnanswered(flagId))
      .to.be.revertedWithCustomError(l.flags, "BudgetFlagsAlreadyUnanswered")
      .withArgs(flagId);
    await l.flags.connect(l.officers.recorder).reply(flagId, document("late"));
    const after = await l.flags.flag(flagId);
    expect([after.state, after.unanswered]).to.deep.equal([Replied, true]);
    await expect(l.flags.markUnanswered(flagId))
      .to.be.revertedWithCustomError(l.flags, "BudgetFlagsStateWrong")
      .withArgs(flagId, Replied);
    await expectJournal(l.flags, 3);
  });

  it("goes to review without a reply once it is marked unanswered", async () => {
    const { l, flagId } = await raised();
    await expect(auditing(l).startReview(flagId))
      .to.be.revertedWithCustomError(l.flags, "BudgetFlagsStateWrong")
      .withArgs(flagId, Open);
    await time.increase(16 * DAY);
    await l.flags.markUnanswered(flagId);
    await auditing(l).startReview(flagId);
    expect((await l.flags.flag(flagId)).state).to.equal(UnderReview);
  });

  it("lets a signer raise five within 24 hours of the first, and others meanwhile", async () => {
    const { l, code } = await raised();
    const start = (await l.flags.flag(1)).raisedAt;
    for (let i = 0; i < 4; i++) await raise(l, code);
    await raise(l, code, l.citizen2);
    await time.increaseTo(start + BigInt(DAY) - 2n);
    const payload = await flagPayload(l, code, l.citizen);
    const signature = await l.citizen.signTypedData(await flagDomain(l), flagTypes, payload);
    await time.setNextBlockTimestamp(start + BigInt(DAY) - 1n);
    await expect(l.flags.raiseFlag(payload, l.citizen, signature))
      .to.be.revertedWithCustomError(l.flags, "BudgetFlagsTooMany")
      .withArgs(l.citizen.address, start + BigInt(DAY), 5);
    await time.setNextBlockTimestamp(start + BigInt(DAY));
    await l.flags.raiseFlag(payload, l.citizen, signature);
    for (let i = 0; i < 4; i++) await raise(l, code);
    await expect(raise(l, code)).to.be.revertedWithCustomError(l.flags, "BudgetFlagsTooMany");
    expect(await l.flags.nonceOf(l.citizen)).to.equal(10n);
  });

  describe("refuses", () => {
    it("flags without rule, with a broken statement, or on an unknown project", async () => {
      const { l, code } = await raised();
      const good = document("statement");
      const later = (await time.latest()) + DAY;
      const cases = [
        { change: { rule: ZeroHash }, contract: l.flags, error: "BudgetFlagsRuleMissing" },
        {
          change: { statement: { ...noDocument, digest: good.digest } },
          contract: l.flags,
          error: "DocumentMissing",
        },
        { change: { statement: { ...noDocument, date: 1 } }, contract: l.flags, error: "DocumentMissing" },
        { change: { statement: { ...good, digest: ZeroHash } }, contract: l.flags, error: "DocumentMissing" },
        { change: { statement: { ...good, cid: "0x01" } }, contract: l.flags, error: "DocumentCidMalformed" },
        {
          change: { statement: { ...good, date: later } },
          contract: l.flags,
          error: "DocumentFromTheFuture",
        },
        {
          change: { code: encodeBytes32String("none") },
          contract: l.projects,
          error: "BudgetProjectsUnknown",
        },
      ];
      for (const { change, contract, error } of cases) {
        await expect(raise(l, code, l.citizen, change)).to.be.revertedWithCustomError(contract, error);
      }
      expect(await l.flags.nonceOf(l.citizen)).to.equal(1n);
    });

    it("flags that do not exist", async () => {
      const { l } = await raised();
      for (const flagId of [0, 2]) {
        for (const call of [
          () => l.flags.flag(flagId),
          () => l.flags.connect(l.officers.recorder).reply(flagId, document()),
          () => l.flags.markUnanswered(flagId),
          () => auditing(l).startReview(flagId),
          () => auditing(l).decide(flagId, Upheld, document()),
        ]) {
          await expect(call()).to.be.revertedWithCustomError(l.flags, "BudgetFlagsUnknown").withArgs(flagId);
        }
      }
    });

    const refusedIn = [
      { act: "a reply", states: [Replied, UnderReview, Upheld, Dismissed, Referred] },
      { act: "a mark", states: [Replied, UnderReview, Upheld, Dismissed, Referred] },
      { act: "a review", states: [Open, UnderReview, Upheld, Dismissed, Referred] },
      { act: "a verdict", states: [Open, Replied, Upheld, Dismissed, Referred] },
    ];
    for (const { act, states } of refusedIn) {
      for (const state of states) {
        it(`${act} in state ${state}`, async () => {
          const { l, flagId } = await flagIn(state);
          const calls: Record<string, () => Promise<unknown>> = {
            "a reply": () => l.flags.connect(l.officers.recorder).reply(flagId, document()),
            "a mark": () => l.flags.markUnanswered(flagId),
            "a review": () => auditing(l).startReview(flagId),
            "a verdict": () => auditing(l).decide(flagId, Upheld, document()),
          };
          if (act === "a mark") await time.increase(16 * DAY);
          await expect(calls[act]!())
            .to.be.revertedWithCustomError(l.flags, "BudgetFlagsStateWrong")
            .withArgs(flagId, state);
        });
      }
    }

    it("a verdict that is none", async () => {
      const { l, flagId } = await flagIn(UnderReview);
      for (const verdict of [0n, Open, Replied, UnderReview]) {
        await expect(auditing(l).decide(flagId, verdict, document()))
          .to.be.revertedWithCustomError(l.flags, "BudgetFlagsVerdictInvalid")
          .withArgs(verdict);
      }
    });

    it("a verdict or a reply without its document", async () => {
      const { l, flagId } = await flagIn(UnderReview);
      for (const verdict of [Upheld, Dismissed, Referred]) {
        await expect(auditing(l).decide(flagId, verdict, noDocument)).to.be.revertedWithCustomError(
          l.flags,
          "DocumentMissing",
        );
      }
      const open = await flagIn(Open);
      await expect(
        open.l.flags.connect(open.l.officers.recorder).reply(open.flagId, noDocument),
      ).to.be.revertedWithCustomError(open.l.flags, "DocumentMissing");
    });

    it("answers of other agencies, of auditors and importers, and of strangers", async () => {
      const { l, flagId } = await raised();
      const { otherRecorder, auditor, importer, revoked } = l.officers;
      const refused = [
        { who: otherRecorder, error: "OtherAgency", values: [OTHER_AGENCY, AGENCY] },
        { who: auditor, error: "DutyMissing", values: [Duty.AUDITOR, AGENCY_DUTIES] },
        { who: importer, error: "DutyMissing", values: [Duty.IMPORTER, AGENCY_DUTIES] },
        { who: revoked, error: "OfficerRevoked", values: [] },
        { who: l.stranger, error: "OfficerUnknown", values: [] },
      ];
      for (const { who, error, values } of refused) {
        await expect(l.flags.connect(who).reply(flagId, document()))
          .to.be.revertedWithCustomError(l.registry, `AgencyRegistry${error}`)
          .withArgs(who.address, ...values);
      }
    });

    it("review and verdict by anybody who does not audit", async () => {
      const { l, flagId } = await flagIn(UnderReview);
      for (const who of [l.officers.recorder, l.officers.otherRecorder, l.officers.authority]) {
        const { duties } = await l.registry.officer(who);
        for (const call of [
          () => l.flags.connect(who).startReview(flagId),
          () => l.flags.connect(who).decide(flagId, Upheld, document()),
        ]) {
          await expect(call())
            .to.be.revertedWithCustomError(l.registry, "AgencyRegistryDutyMissing")
            .withArgs(who.address, duties, Duty.AUDITOR);
        }
      }
    });

    it("review and verdict by an auditor of the flagged agency, with either key", async () => {
      const { l, flagId } = await flagIn(UnderReview);
      expect((await l.registry.officer(l.officers.ownAuditorAgain)).agency).to.equal(BigInt(AUDIT_OFFICE));
      for (const who of [l.officers.ownAuditor, l.officers.ownAuditorAgain]) {
        for (const call of [
          () => l.flags.connect(who).startReview(flagId),
          () => l.flags.connect(who).decide(flagId, Upheld, document()),
        ]) {
          await expect(call())
            .to.be.revertedWithCustomError(l.flags, "BudgetFlagsOwnAgency")
            .withArgs(flagId, AGENCY);
        }
      }
    });
  });
});
