import { expect } from "chai";
import { actionsOf, findAction, findService, services } from "../../../../sdk/log/catalogue/index.ts";
import { hasForm } from "../../../../sdk/log/record/index.ts";
import { catalogue } from "./support.ts";

/** The design's table, number of the proposal first. Names that it shortens are written out. */
const table: readonly [proposal: number, service: string, actions: string][] = [
  [
    2,
    "th.go.police.chatbot",
    "inquiry.answered report.filed report.stateChanged appointment.booked complaint.filed complaint.closed",
  ],
  [
    3,
    "th.go.dep.accessible-information",
    "notice.published notice.corrected notice.expired alert.pushed barrier.reported barrier.fixed",
  ],
  [
    4,
    "th.go.dlt.motorcycle-taxi",
    "licence.issued licence.renewed licence.suspended licence.revoked vest.bound vest.lost qr.checked " +
      "rating.recorded dlt.synced",
  ],
  [
    5,
    "th.go.forest.sensors",
    "device.registered device.retired observations.sealed alert.raised alert.acknowledged alert.closed " +
      "device.silent",
  ],
  [
    6,
    "th.go.bangkok.complaints",
    "complaint.created complaint.classified complaint.routed complaint.merged complaint.supported " +
      "complaint.stateChanged complaint.resolved complaint.reopened complaint.rated",
  ],
  [
    7,
    "th.go.sathit-city.sign-tax",
    "sign.registered sign.assessed reminder.sent sign.filed sign.paid surcharge.applied sign.exempted",
  ],
  [9, "th.go.krisdika.duplicate-law", "corpus.imported run.completed pair.reviewed recommendation.issued"],
  [
    10,
    "th.go.nhso.pharmacy-pickup",
    "transfer.created dispense.prepared dispense.handedOver dispense.partial dispense.declined " +
      "dispense.expired claim.submitted",
  ],
  [
    11,
    "th.go.doae.farmers-chatbot",
    "warning.issued warning.delivered registration.guided update.reminded benefit.matched damage.reported",
  ],
  [
    13,
    "th.go.disaster.resource-directory",
    "item.listed item.verified item.withdrawn request.opened request.matched request.accepted " +
      "request.declined item.deployed item.returned",
  ],
  [
    14,
    "th.go.ocsc.okr-evaluation",
    "cycle.opened cycle.closed objective.committed kr.amended checkin.recorded score.finalised " +
      "appeal.filed appeal.decided",
  ],
];

describe("services of the catalogue", () => {
  it("are the eleven of the design, in its order", () => {
    expect(services.map(({ name }) => name)).to.deep.equal(table.map(([, name]) => name));
  });

  for (const [proposal, name, actions] of table) {
    describe(`proposal ${proposal}, ${name}`, () => {
      const service = findService(name)!;

      it("logs every action that the design names, and no other", () => {
        expect(service.actions.map(({ type }) => type)).to.deep.equal(actions.split(" "));
      });

      it("has names and times that the ledger takes", () => {
        expect(hasForm("service", service.name)).to.equal(true);
        for (const { type } of actionsOf(service)) expect(hasForm("type", type), type).to.equal(true);
        const { heartbeatSeconds, maximumMergeDelaySeconds } = service;
        expect(maximumMergeDelaySeconds).to.be.within(1, 86_400);
        expect(heartbeatSeconds).to.be.at.least(maximumMergeDelaySeconds);
      });

      it("is marked as a demonstration and speaks Thai and English", () => {
        expect(service.agency.name.th).to.contain("(สาธิต)");
        expect(service.agency.name.en).to.contain("(demonstration)");
        for (const { th, en } of [service.title, service.purpose]) {
          expect(th).to.match(/[\u0e00-\u0e7f]/);
          expect(en).to.match(/^[^\u0e00-\u0e7f]+$/);
        }
      });

      it("orders only its own types, all of which can be reached from a first one", () => {
        const own = new Set(service.actions.map(({ type }) => type));
        const reached = new Set<string | null>([null]);
        for (let grown = -1; grown !== reached.size;) {
          grown = reached.size;
          for (const [type, before] of Object.entries(service.follows))
            if (before.some((earlier) => reached.has(earlier))) reached.add(type);
        }
        for (const [type, before] of Object.entries(service.follows)) {
          expect(own.has(type), type).to.equal(true);
          expect(reached.has(type), type).to.equal(true);
          for (const earlier of before)
            expect(earlier === null || own.has(earlier), String(earlier)).to.equal(true);
        }
      });
    });
  }

  it("answer with an agency of their own each", () => {
    expect(new Set(services.map(({ agency }) => agency.code))).to.have.lengthOf(services.length);
  });

  it("have the types of every service, and find no type of another", () => {
    for (const service of services) {
      expect(findAction(service.name, "log.gapDeclared")?.type).to.equal("log.gapDeclared");
      expect(findAction(service.name, "privacy.payload.erased")?.version).to.equal(1);
      expect(findAction(service.name, "nothing.known")).to.equal(undefined);
    }
    expect(findAction("th.go.police.chatbot", "sign.paid")).to.equal(undefined);
    expect(findAction("th.go.police.chatbot", "report.filed", 2)).to.equal(undefined);
  });
});

describe("automatic decisions of the catalogue", () => {
  /** Types that name a rule or model and yet no officer, with the reason. */
  const withoutOverride: Readonly<Record<string, string>> = {
    "notice.published": "`checkedBy` says whether a person checked",
    "device.silent": "that nothing came is measured, not decided",
    "run.completed": "lawyers look at each pair, in `pair.reviewed`",
    "claim.submitted": "a sum that anyone can compute again",
    "cycle.opened": "announces the rule, decides about nobody",
  };

  for (const { service, action } of catalogue) {
    const { fields, type } = action;
    if (!("modelVersion" in fields || "ruleVersion" in fields)) continue;
    const reason = withoutOverride[type];
    it(`${service} ${type} says ${reason ? `its rule only: ${reason}` : "its rule or model, and what an officer did"}`, () => {
      expect("humanOverride" in fields).to.equal(reason === undefined);
      for (const name of ["modelVersion", "ruleVersion", "humanOverride"])
        if (name in fields) expect(fields[name]!.optional ?? false, name).to.equal(false);
    });
  }
});
