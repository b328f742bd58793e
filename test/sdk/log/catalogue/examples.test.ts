import { expect } from "chai";
import { findPersonalData } from "../../../../sdk/log/personal-data/index.ts";
import { MAX_RECORD_BYTES, sealRecord } from "../../../../sdk/log/record/index.ts";
import { catalogue, faults, recordOf } from "./support.ts";

/** A record may grow by references and a payload; its data must leave room for them. */
const MOST_BYTES = MAX_RECORD_BYTES / 2;

describe("examples of the catalogue", () => {
  for (const { service, action } of catalogue) {
    describe(`${service} ${action.type}`, () => {
      it("has at least two, and all obey the schema", () => {
        expect(action.examples.length).to.be.at.least(2);
        for (const example of action.examples) expect(faults(action, example)).to.deep.equal([]);
      });

      it("makes records that the log takes, small and without personal data", () => {
        for (const example of action.examples) {
          const { bytes, record } = sealRecord(recordOf(service, action, example));
          expect(bytes.length).to.be.below(MOST_BYTES);
          expect(findPersonalData(record)).to.deep.equal([]);
        }
      });

      it("shows what is refused, each by the keyword that it names and for one property only", () => {
        expect(action.refused.length).to.be.at.least(2);
        for (const { keyword, reason, data } of action.refused) {
          const found = faults(action, data).map((fault) => fault.split(" "));
          expect(
            found.map(([name]) => name),
            reason.en,
          ).to.include(keyword);
          // A place that is too exact is too long as well.
          expect(new Set(found.map(([, path]) => path)), reason.en).to.have.lengthOf(1);
          expect(reason.th).to.match(/[\u0e00-\u0e7f]/);
        }
      });

      it("needs every property that is not optional", () => {
        const [example] = action.examples;
        for (const [name, field] of Object.entries(action.fields)) {
          const rest = Object.fromEntries(Object.entries(example!).filter(([other]) => other !== name));
          expect(faults(action, rest), name).to.deep.equal(field.optional ? [] : ["required "]);
        }
      });
    });
  }
});
