import { expect } from "chai";
import fc from "fast-check";
import { faultOf } from "../../../api/intake/check/json-text.ts";

const fault = (json: string) => faultOf(Buffer.from(json));

describe("the text of a request", () => {
  it("is right whatever JSON it is, with whole numbers and texts full of signs", () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.maxSafeInteger(),
        fc.string(),
        fc.constantFrom("1.5e3", '4503599627370497.5"\\', "[[[", true, null),
        fc.array(tie("any"), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie("any"), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (one) => {
        expect(fault(JSON.stringify(one))).to.equal(undefined);
      }),
      {
        numRuns: 5_000,
      },
    );
  });

  it("may write a whole number in any way that JSON has", () => {
    for (const literal of [
      "1.0",
      "1e2",
      "1E+2",
      "100e-2",
      "0.5e1",
      "-0",
      "-0.0",
      "0e999",
      "0e-999",
      "12.300e3",
    ])
      expect(fault(`[${literal}]`), literal).to.equal(undefined);
  });

  it("may hold what is refused as a fraction or too large afterwards", () => {
    for (const literal of ["0.1", "1.5", "1e400", "5e-324", "9007199254740993", "1e15.5", "1e", "1.2.3"])
      expect(fault(`{"a":${literal}}`), literal).to.equal(undefined);
  });

  it("has no number that would become another whole one", () => {
    for (const literal of [
      "4503599627370497.5",
      "1.00000000000000000001",
      "9007199254740990.9999999",
      "1e-400",
      "-1e-400",
      "0.0000000000000000000000000000001e-400",
      `0.${"9".repeat(30)}`,
    ])
      expect(fault(`{"a":[1,${literal}]}`), literal).to.equal("number");
    fc.assert(
      fc.property(
        fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 2n }),
        fc.integer({ min: 1, max: 9 }),
        (whole, tenths) => {
          expect(fault(`[${whole}.${tenths}]`)).to.equal("number");
        },
      ),
    );
  });

  it("has few levels, however it ends", () => {
    expect(fault("[".repeat(64))).to.equal(undefined);
    for (const open of ["[", '{"a":', '[{"a":']) expect(fault(open.repeat(65))).to.equal("depth");
    expect(fault('"'.padEnd(100, "["))).to.equal(undefined);
    expect(fault("]".repeat(100) + "[".repeat(100))).to.equal(undefined);
    expect(fault('"\\')).to.equal(undefined);
  });
});
