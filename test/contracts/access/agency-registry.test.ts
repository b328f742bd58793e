import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import { expectJournal } from "../../support/journal.ts";
import { ethers, ledger, networkHelpers, START } from "../../support/ledger.ts";
import { AGENCY, AUDIT_OFFICE, Duty, OTHER_AGENCY, people, tag } from "../../support/people.ts";

const CODE = 12345;
const FROM = START - 10;
const UNTIL = START + 1_000_000;
const provinces = [
  ...range(10, 27),
  ...range(30, 49),
  ...range(50, 58),
  ...range(60, 67),
  ...range(70, 77),
  ...range(80, 86),
  ...range(90, 96),
];

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const account = (n: number) => ethers.getAddress(`0x${n.toString(16).padStart(40, "0")}`);

describe("AgencyRegistry", () => {
  describe("agencies", () => {
    it("are enrolled, renamed, suspended and reinstated", async () => {
      const { registry } = await ledger();
      const [before] = await registry.journal();
      await expect(registry.enrolAgency(CODE, "หนึ่ง", "One", 96))
        .to.emit(registry, "AgencyEnrolled")
        .withArgs(CODE, "หนึ่ง", "One", 96);
      expect(await registry.agency(CODE)).to.deep.equal([BigInt(CODE), "หนึ่ง", "One", 96n, true]);
      await expect(registry.renameAgency(CODE, "สอง", "Two"))
        .to.emit(registry, "AgencyRenamed")
        .withArgs(CODE, "สอง", "Two");
      await expect(registry.suspendAgency(CODE)).to.emit(registry, "AgencySuspended").withArgs(CODE);
      expect(await registry.agency(CODE)).to.deep.equal([BigInt(CODE), "สอง", "Two", 96n, false]);
      await registry.renameAgency(CODE, "สาม", "Three");
      await expect(registry.reinstateAgency(CODE)).to.emit(registry, "AgencyReinstated").withArgs(CODE);
      expect(await registry.agency(CODE)).to.deep.equal([BigInt(CODE), "สาม", "Three", 96n, true]);
      await expectJournal(registry, Number(before) + 5);
    });

    it("may have the first and the last code", async () => {
      const { registry } = await ledger();
      await registry.enrolAgency(1, "ก", "A", 10);
      await registry.enrolAgency(99_999, "ข", "B", 10);
      expect((await registry.agency(99_999)).nameEn).to.equal("B");
    });

    it("lie in one of the 77 provinces and nowhere else", async () => {
      const { registry } = await ledger();
      expect(provinces).to.have.length(77);
      for (const province of range(0, 255)) {
        const call = registry.enrolAgency.staticCall(CODE, "ก", "A", province);
        if (provinces.includes(province)) await call;
        else {
          await expect(call)
            .to.be.revertedWithCustomError(registry, "AgencyRegistryProvinceUnknown")
            .withArgs(province);
        }
      }
    });
  });

  describe("officers", () => {
    it("are enrolled once and revoked once", async () => {
      const { registry } = await ledger();
      const [before] = await registry.journal();
      const person = tag("new");
      await expect(registry.enrolOfficer(account(7), AGENCY, 511 - 256, FROM, UNTIL, person))
        .to.emit(registry, "OfficerEnrolled")
        .withArgs(account(7), AGENCY, person, 255, FROM, UNTIL);
      expect(await registry.officer(account(7))).to.deep.equal([
        BigInt(AGENCY),
        255n,
        BigInt(FROM),
        BigInt(UNTIL),
        false,
        person,
      ]);
      expect((await registry.requireDuty(account(7), Duty.IMPORTER)).personTag).to.equal(person);
      await expect(registry.revokeOfficer(account(7)))
        .to.emit(registry, "OfficerRevoked")
        .withArgs(account(7), AGENCY, person);
      expect((await registry.officer(account(7))).revoked).to.equal(true);
      await expectJournal(registry, Number(before) + 2);
    });

    it("hold, as a person, the union of all unrevoked registrations", async () => {
      const { registry } = await ledger();
      const person = tag("several keys");
      expect(await registry.dutiesOfPerson(person)).to.equal(0n);
      expect(await registry.servesAgency(person, AGENCY)).to.equal(false);
      await registry.enrolOfficer(account(1), AGENCY, Duty.RECORDER, FROM, UNTIL, person);
      await registry.enrolOfficer(account(2), OTHER_AGENCY, Duty.BUDGET | Duty.TREASURY, FROM, UNTIL, person);
      expect(await registry.dutiesOfPerson(person)).to.equal(
        BigInt(Duty.RECORDER | Duty.BUDGET | Duty.TREASURY),
      );
      expect(await registry.servesAgency(person, AGENCY)).to.equal(true);
      expect(await registry.servesAgency(person, OTHER_AGENCY)).to.equal(true);
      expect(await registry.servesAgency(person, AUDIT_OFFICE)).to.equal(false);
      await registry.revokeOfficer(account(2));
      expect(await registry.dutiesOfPerson(person)).to.equal(BigInt(Duty.RECORDER));
      expect(await registry.servesAgency(person, OTHER_AGENCY)).to.equal(false);
      expect(await registry.servesAgency(person, AGENCY)).to.equal(true);
    });

    it("may be valid for a single second", async () => {
      const { registry } = await ledger();
      const second = START + 500_000;
      await registry.enrolOfficer(account(1), AGENCY, 1, second, second, tag("brief"));
      const error = async (time: number) => {
        await networkHelpers.time.increaseTo(time);
        await expect(registry.requireDuty(account(1), 1))
          .to.be.revertedWithCustomError(registry, "AgencyRegistryOfficerNotInForce")
          .withArgs(account(1), second, second, time);
      };
      await error(second - 1);
      await networkHelpers.time.increaseTo(second);
      await registry.requireDuty(account(1), 1);
      await error(second + 1);
    });

    it("act again when their agency is reinstated", async () => {
      const { registry, officers } = await ledger();
      await registry.suspendAgency(AGENCY);
      await expect(registry.requireDuty(officers.recorder, 1))
        .to.be.revertedWithCustomError(registry, "AgencyRegistryAgencyInactive")
        .withArgs(AGENCY);
      await registry.reinstateAgency(AGENCY);
      await registry.requireDuty(officers.recorder, 1);
    });

    it("need one of the duties asked for", async () => {
      const { registry, officers } = await ledger();
      const found = await registry.requireDuty(officers.recorder, Duty.RECORDER | Duty.TREASURY);
      expect(found.duties).to.equal(BigInt(Duty.RECORDER));
      const of = await registry.requireDutyOf(officers.recorder, Duty.RECORDER, AGENCY);
      expect(of).to.deep.equal(await registry.officer(officers.recorder));
    });
  });

  describe("refuses agencies", () => {
    const cases: { what: string; call: string; args: unknown[]; error: string; values: unknown[] }[] = [
      { what: "code 0", call: "enrolAgency", args: [0, "ก", "A", 10], error: "CodeOutOfRange", values: [0] },
      {
        what: "code 100000",
        call: "enrolAgency",
        args: [100_000, "ก", "A", 10],
        error: "CodeOutOfRange",
        values: [100_000],
      },
      {
        what: "a code in use",
        call: "enrolAgency",
        args: [AGENCY, "ก", "A", 10],
        error: "AgencyExists",
        values: [AGENCY],
      },
      {
        what: "no Thai name",
        call: "enrolAgency",
        args: [CODE, "", "A", 10],
        error: "NameMissing",
        values: [CODE],
      },
      {
        what: "no English name",
        call: "enrolAgency",
        args: [CODE, "ก", "", 10],
        error: "NameMissing",
        values: [CODE],
      },
      {
        what: "renaming to no Thai name",
        call: "renameAgency",
        args: [AGENCY, "", "A"],
        error: "NameMissing",
        values: [AGENCY],
      },
      {
        what: "renaming to no English name",
        call: "renameAgency",
        args: [AGENCY, "ก", ""],
        error: "NameMissing",
        values: [AGENCY],
      },
      {
        what: "renaming an unknown one",
        call: "renameAgency",
        args: [CODE, "ก", "A"],
        error: "AgencyUnknown",
        values: [CODE],
      },
      {
        what: "suspending an unknown one",
        call: "suspendAgency",
        args: [CODE],
        error: "AgencyUnknown",
        values: [CODE],
      },
      {
        what: "reinstating an unknown one",
        call: "reinstateAgency",
        args: [CODE],
        error: "AgencyUnknown",
        values: [CODE],
      },
      {
        what: "reinstating an active one",
        call: "reinstateAgency",
        args: [AGENCY],
        error: "AgencyActive",
        values: [AGENCY],
      },
      {
        what: "reading an unknown one",
        call: "agency",
        args: [CODE],
        error: "AgencyUnknown",
        values: [CODE],
      },
    ];
    for (const { what, call, args, error, values } of cases) {
      it(what, async () => {
        const { registry } = await ledger();
        await expect(registry.getFunction(call)(...args))
          .to.be.revertedWithCustomError(registry, `AgencyRegistry${error}`)
          .withArgs(...values);
      });
    }

    it("suspended twice", async () => {
      const { registry } = await ledger();
      await registry.suspendAgency(AGENCY);
      await expect(registry.suspendAgency(AGENCY))
        .to.be.revertedWithCustomError(registry, "AgencyRegistryAgencyInactive")
        .withArgs(AGENCY);
    });
  });

  describe("refuses officers", () => {
    const valid = {
      account: account(1),
      agency: AGENCY,
      duties: 1,
      from: FROM,
      until: UNTIL,
      person: tag("new"),
    };
    const cases: { what: string; change: Partial<typeof valid>; error: string; values: unknown[] }[] = [
      { what: "without account", change: { account: ZeroAddress }, error: "AccountMissing", values: [] },
      {
        what: "without personTag",
        change: { person: ZeroHash },
        error: "PersonTagMissing",
        values: [account(1)],
      },
      { what: "without duty", change: { duties: 0 }, error: "DutiesInvalid", values: [0] },
      { what: "with an unknown duty", change: { duties: 2048 }, error: "DutiesInvalid", values: [2048] },
      {
        what: "with an unknown duty beside known ones",
        change: { duties: 2049 },
        error: "DutiesInvalid",
        values: [2049],
      },
      {
        what: "whose validity ends before it begins",
        change: { until: FROM - 1 },
        error: "ValidityEmpty",
        values: [FROM, FROM - 1],
      },
      { what: "of an unknown agency", change: { agency: CODE }, error: "AgencyUnknown", values: [CODE] },
      {
        what: "with the auditor's duty beside another",
        change: { duties: 257 },
        error: "AuditorNotIndependent",
        values: [tag("new"), 0, 257],
      },
      {
        what: "with all duties at once",
        change: { duties: 2047 },
        error: "AuditorNotIndependent",
        values: [tag("new"), 0, 2047],
      },
      {
        what: "who audit and would get an agency duty under a second key",
        change: { person: people.auditor.personTag },
        error: "AuditorNotIndependent",
        values: [people.auditor.personTag, 256, 1],
      },
      {
        what: "who hold an agency duty and would audit under a second key",
        change: { person: people.treasury.personTag, duties: 256 },
        error: "AuditorNotIndependent",
        values: [people.treasury.personTag, Duty.TREASURY, 256],
      },
    ];
    for (const { what, change, error, values } of cases) {
      it(what, async () => {
        const { registry } = await ledger();
        const it = { ...valid, ...change };
        await expect(registry.enrolOfficer(it.account, it.agency, it.duties, it.from, it.until, it.person))
          .to.be.revertedWithCustomError(registry, `AgencyRegistry${error}`)
          .withArgs(...values);
      });
    }

    it("of a suspended agency", async () => {
      const { registry } = await ledger();
      await registry.suspendAgency(AGENCY);
      await expect(registry.enrolOfficer(account(1), AGENCY, 1, FROM, UNTIL, tag("new")))
        .to.be.revertedWithCustomError(registry, "AgencyRegistryAgencyInactive")
        .withArgs(AGENCY);
    });

    it("whose account was ever registered, revoked or not", async () => {
      const { registry, officers } = await ledger();
      for (const known of [officers.recorder, officers.revoked]) {
        await expect(registry.enrolOfficer(known, AGENCY, 1, FROM, UNTIL, tag("new")))
          .to.be.revertedWithCustomError(registry, "AgencyRegistryOfficerExists")
          .withArgs(known.address);
      }
    });

    it("revoked twice, or never enrolled", async () => {
      const { registry, officers, stranger } = await ledger();
      await expect(registry.revokeOfficer(officers.revoked))
        .to.be.revertedWithCustomError(registry, "AgencyRegistryOfficerRevoked")
        .withArgs(officers.revoked.address);
      for (const call of [() => registry.revokeOfficer(stranger), () => registry.officer(stranger)]) {
        await expect(call())
          .to.be.revertedWithCustomError(registry, "AgencyRegistryOfficerUnknown")
          .withArgs(stranger.address);
      }
    });

    it("who audit while expired keys of theirs still hold agency duties, until those are revoked", async () => {
      const { registry, officers } = await ledger();
      const person = people.expired.personTag;
      await expect(registry.enrolOfficer(account(1), AUDIT_OFFICE, 256, FROM, UNTIL, person))
        .to.be.revertedWithCustomError(registry, "AgencyRegistryAuditorNotIndependent")
        .withArgs(person, people.expired.duties, 256);
      await registry.revokeOfficer(officers.expired);
      await registry.enrolOfficer(account(1), AUDIT_OFFICE, 256, FROM, UNTIL, person);
      expect(await registry.dutiesOfPerson(person)).to.equal(256n);
    });
  });

  describe("refuses acts", () => {
    it("of accounts that are unknown, revoked, expired, not yet in force, of another duty or agency", async () => {
      const { registry, officers, stranger } = await ledger();
      const now = BigInt(await networkHelpers.time.latest());
      const { expired, notYet } = {
        expired: await registry.officer(officers.expired),
        notYet: await registry.officer(officers.notYet),
      };
      const cases = [
        { who: stranger, duties: 1, error: "OfficerUnknown", values: [] },
        { who: officers.revoked, duties: 1, error: "OfficerRevoked", values: [] },
        {
          who: officers.expired,
          duties: 1,
          error: "OfficerNotInForce",
          values: [expired.validFrom, expired.validUntil, now],
        },
        {
          who: officers.notYet,
          duties: 1,
          error: "OfficerNotInForce",
          values: [notYet.validFrom, notYet.validUntil, now],
        },
        { who: officers.recorder, duties: 6, error: "DutyMissing", values: [1, 6] },
        { who: officers.recorder, duties: 0, error: "DutyMissing", values: [1, 0] },
      ];
      for (const { who, duties, error, values } of cases) {
        for (const call of [
          () => registry.requireDuty(who, duties),
          () => registry.requireDutyOf(who, duties, AGENCY),
        ]) {
          await expect(call())
            .to.be.revertedWithCustomError(registry, `AgencyRegistry${error}`)
            .withArgs(who.address, ...values);
        }
      }
      await expect(registry.requireDutyOf(officers.otherRecorder, 1, AGENCY))
        .to.be.revertedWithCustomError(registry, "AgencyRegistryOtherAgency")
        .withArgs(officers.otherRecorder.address, OTHER_AGENCY, AGENCY);
    });

    it("of everybody but the registrar", async () => {
      const { registry, officers, deployer, stranger } = await ledger();
      for (const who of [stranger, deployer, officers.authority, officers.auditor]) {
        const as = registry.connect(who);
        const calls = [
          () => as.enrolAgency(CODE, "ก", "A", 10),
          () => as.renameAgency(AGENCY, "ก", "A"),
          () => as.suspendAgency(AGENCY),
          () => as.reinstateAgency(AGENCY),
          () => as.enrolOfficer(account(1), AGENCY, 1, FROM, UNTIL, tag("new")),
          () => as.revokeOfficer(officers.recorder),
        ];
        for (const call of calls) {
          await expect(call())
            .to.be.revertedWithCustomError(registry, "AccessManagedUnauthorized")
            .withArgs(who.address);
        }
      }
    });
  });
});
