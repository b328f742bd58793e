import { expect } from "chai";
import { findAction, services } from "../../../../sdk/log/catalogue/index.ts";
import type { PlayedAction, Service } from "../../../../sdk/log/catalogue/index.ts";
import { findPersonalData } from "../../../../sdk/log/personal-data/index.ts";
import { sealRecord } from "../../../../sdk/log/record/index.ts";
import { faults, recordOf } from "./support.ts";

const FROM = "2026-09-14";
const DAYS = 70;
const FIRST = Date.parse(`${FROM}T00:00:00+07:00`);
const END = FIRST + DAYS * 86_400_000;

const played = new Map<string, PlayedAction[]>();
function seasons({ name, days }: Service): PlayedAction[] {
  let actions = played.get(name);
  if (!actions) played.set(name, (actions = [1, 2].flatMap((seed) => days(seed, FROM, DAYS))));
  return actions;
}

describe("demonstration days", () => {
  for (const service of services) {
    describe(service.name, () => {
      const { name, days, follows } = service;

      it("are the same for the same seed, and others for another", () => {
        const once = days(7, FROM, 10);
        expect(days(7, FROM, 10)).to.deep.equal(once);
        expect(days(8, FROM, 10)).to.not.deep.equal(once);
      });

      it("are the same played at once and one after the other", () => {
        const next = (n: number) =>
          new Date(Date.parse(`${FROM}T12:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
        const parts = Array.from({ length: 15 }, (_, n) => days(5, next(n), 1, FROM)).flat();
        expect(parts).to.deep.equal(days(5, FROM, 15));
      });

      it("run forward in time, within the days asked for, and bring enough to see", () => {
        const times = days(3, FROM, DAYS).map(({ ts }) => Date.parse(ts));
        expect(times.length).to.be.within(100, 12_000);
        expect(times).to.deep.equal(times.toSorted((a, b) => a - b));
        expect(times[0]).to.be.at.least(FIRST);
        expect(times.at(-1)).to.be.below(END);
      });

      it("play every type of the service", () => {
        const types = new Set(seasons(service).map(({ type }) => type));
        expect([...types].sort()).to.deep.equal(service.actions.map(({ type }) => type).sort());
      });

      it("obey the schemas, the log's form and the scan for personal data", () => {
        for (const { type, ts, actor, data, subjectKey } of seasons(service)) {
          const action = findAction(name, type)!;
          const found = faults(action, data);
          if (found.length > 0) expect.fail(`${type} ${found.join()} ${JSON.stringify(data)}`);
          const subject = subjectKey === null ? null : `0x${"0f".repeat(32)}`;
          const { record } = sealRecord({ ...recordOf(name, action, data), ts, actor, subject });
          expect(findPersonalData(record)).to.deep.equal([]);
        }
      });

      it("keep the order of each subject's actions", () => {
        const last = new Map<string, string>();
        for (const { type, subjectKey } of days(3, FROM, DAYS)) {
          if (subjectKey === null) {
            expect(follows, type).to.not.have.property(type);
            continue;
          }
          const before = last.get(subjectKey) ?? null;
          expect(follows[type], `${type} after ${before} of ${subjectKey}`).to.include(before);
          last.set(subjectKey, type);
        }
      });

      it("refer to earlier actions only", () => {
        const told = new Set<string>();
        for (const { type, subjectKey, refs = [] } of days(3, FROM, DAYS)) {
          for (const reference of refs)
            expect(told, `${type} of ${subjectKey}`).to.include(`${reference.type} ${reference.subjectKey}`);
          told.add(`${type} ${subjectKey}`);
        }
      });

      it("name no subject by anything but the service's own key", () => {
        for (const { subjectKey } of seasons(service))
          if (subjectKey !== null) expect(subjectKey).to.match(/^[A-Za-z]+(-[A-Za-z0-9]+)*$/);
      });
    });
  }
});
