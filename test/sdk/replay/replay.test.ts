import { expect } from "chai";
import {
  checkRules,
  citedDocuments,
  emptyState,
  expectedReads,
  firstDifference,
} from "../../../sdk/replay/index.ts";
import type { LedgerState, Plain, RegisterEvent } from "../../../sdk/replay/index.ts";
import { altered, demoEvents, replayed } from "./support.ts";

/** The state as the contracts would tell it, one line an answer. */
const answers = (state: LedgerState): Map<string, Plain> =>
  new Map(
    [...expectedReads(state)].map(({ register, method, args, expected }) => [
      `${register}.${method}(${args.map(String).join()})`,
      expected,
    ]),
  );

const same = (a: LedgerState, b: LedgerState) =>
  firstDifference(Object.fromEntries(answers(a)), Object.fromEntries(answers(b))) === null;

/** Events that change no value that a getter tells: only the journal holds them. */
const silent = ["ProjectBriefRevised", "CommitmentCarriedForward"];

describe("the ledger replayed from its events", function () {
  this.timeout(120_000);
  let events: readonly RegisterEvent[];

  before(async () => (events = await demoEvents()));

  it("breaks no rule, neither on its way nor at its end, over the whole demonstration year", () => {
    const { state, breaches } = replayed(events);
    expect(breaches).to.deep.equal([]);
    const { checked, breaches: atTheEnd } = checkRules(state);
    expect(atTheEnd).to.deep.equal([]);
    expect(checked).to.be.greaterThan(200);
  });

  it("is the same however often it is replayed", () => {
    expect(same(replayed(events).state, replayed(events).state)).to.equal(true);
  });

  it("notices the lack of any one event: a rule is broken or a getter must tell something else", () => {
    const whole = replayed(events).state;
    const unnoticed = events.filter((left) => {
      const { state, breaches } = replayed(events.filter((event) => event !== left));
      return breaches.length === 0 && checkRules(state).breaches.length === 0 && same(state, whole);
    });
    expect(unnoticed.map(({ name }) => name).filter((name) => !silent.includes(name))).to.deep.equal([]);
  });

  it("notices any one amount that is a satang more", () => {
    const whole = replayed(events).state;
    const withAmount = events.filter(({ args }) => typeof args.amount === "bigint");
    expect(withAmount.length).to.be.greaterThan(100);
    for (const event of withAmount) {
      const more = { ...event, args: { ...event.args, amount: (event.args.amount as bigint) + 1n } };
      const { state, breaches } = replayed(events.map((each) => (each === event ? more : each)));
      const noticed = breaches.length > 0 || checkRules(state).breaches.length > 0 || !same(state, whole);
      expect(noticed || silent.includes(event.name), event.name).to.equal(true);
    }
  });

  it("asks getters of every kind of entity and nothing of an empty ledger but counts", () => {
    const methods = new Set([...expectedReads(replayed(events).state)].map(({ method }) => method));
    expect([...methods]).to.include.members([
      "line",
      "commitment",
      "milestone",
      "disbursement",
      "obligation",
      "flag",
    ]);
    for (const { expected } of expectedReads(emptyState()))
      expect(expected).to.satisfy(
        ([value]: Plain[]) => value === 0n || (Array.isArray(value) && value.length === 0),
      );
  });

  it("names the documents that events cite, and leaves out empty ones", () => {
    const paid = events.find(({ name }) => name === "DisbursementPaid")!;
    const [evidence, ...others] = citedDocuments(paid);
    expect(others).to.deep.equal([]);
    expect(evidence).to.deep.include({ role: "evidence" });
    expect(evidence!.cid).to.match(/^0x01[57][50]1220[0-9a-f]{64}$/);
    const registered = events.find(({ name, args }) => name === "ProjectStateChanged" && args.to === 2n)!;
    expect(citedDocuments(registered)).to.deep.equal([]);
  });

  it("goes on after an event that speaks of something unknown", () => {
    const { breaches } = replayed(altered(events, "LineCreated", null));
    expect(breaches[0]).to.include({ rule: "ENTITY_UNKNOWN", entity: "line 1" });
  });
});
