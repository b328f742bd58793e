import { expect } from "chai";
import fc from "fast-check";
import { canonicalBytes, canonicalJson } from "../../sdk/canonical-json.ts";
import type { Json } from "../../sdk/canonical-json.ts";
import type { ProngsaiError } from "../../sdk/errors.ts";
import { codeOf } from "./support/code-of.ts";

/** A value that the type forbids, as it comes from JavaScript. */
const forbidden = (value: unknown) => value as Json;

describe("canonical JSON (RFC 8785)", function () {
  this.timeout(30_000);
  it("sorts members by UTF-16 code units (section 3.2.3)", () => {
    const input = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect([...canonicalJson(input).matchAll(/:"([^"]+)"/g)].map((match) => match[1])).to.deep.equal([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  it("writes numbers, strings and literals as section 3.2.2 shows", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).to.equal(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("gives UTF-8 bytes", () =>
    expect(canonicalBytes("ก")).to.deep.equal(new Uint8Array([0x22, 0xe0, 0xb8, 0x81, 0x22])));

  it("does not depend on the order of members and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const text = canonicalJson(value as Json);
        const again: unknown = JSON.parse(text);
        expect(canonicalJson(again as Json)).to.equal(text);
        expect(again).to.deep.equal(JSON.parse(JSON.stringify(value)));
        const reversed = (inner: unknown): unknown =>
          Array.isArray(inner)
            ? inner.map(reversed)
            : inner && typeof inner === "object"
              ? Object.fromEntries(
                  Object.entries(inner)
                    .reverse()
                    .map(([key, of]) => [key, reversed(of)]),
                )
              : inner;
        expect(canonicalJson(reversed(again) as Json)).to.equal(text);
      }),
    );
  });

  const cycle: unknown[] = [];
  cycle.push({ cycle });
  const refused: [string, unknown, string][] = [
    ["undefined", undefined, "$"],
    ["an undefined member", { a: [{ b: undefined }] }, "$.a[0].b"],
    ["a hole in an array", [1, , 2], "$[1]"], // eslint-disable-line no-sparse-arrays
    ["NaN", { x: Number.NaN }, "$.x"],
    ["Infinity", [Infinity], "$[0]"],
    ["bigint", { amount: 1n }, "$.amount"],
    ["a lone surrogate", "\ud800", "$"],
    ["a lone surrogate in a name", { "\udc00": 1 }, "$"],
    ["Date", { at: new Date(0) }, "$.at"],
    ["Map", new Map(), "$"],
    ["a function", { f: () => 1 }, "$.f"],
    ["a symbol", { [Symbol("s")]: 1 }, "$"],
    ["a cycle", cycle, "$[0].cycle"],
  ];
  for (const [name, value, path] of refused) {
    it(`refuses ${name} and says where`, () => {
      expect(codeOf(() => canonicalJson(forbidden(value)))).to.equal("JSON_NOT_CANONICAL");
      try {
        canonicalJson(forbidden(value));
      } catch (error) {
        expect((error as ProngsaiError).details["path"]).to.equal(path);
      }
    });
  }

  it("takes the same object twice when there is no cycle", () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).to.equal('[{"a":1},{"a":1}]');
  });
});
