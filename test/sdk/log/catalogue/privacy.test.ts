import { expect } from "chai";
import fc from "fast-check";
import type { Schema } from "../../../../sdk/log/catalogue/index.ts";
import { findPersonalData } from "../../../../sdk/log/personal-data/index.ts";
import { catalogue, faults } from "./support.ts";

/** What people may try to put into a record; the numbers are invented, with right check digits. */
const personal = [
  "สมชาย ใจดี",
  "Somchai Jaidee",
  "somchai-jaidee",
  "somchai-jaidee/1",
  "1-2345-67890-12-1",
  "1234567890121",
  "๑๒๓๔๕๖๗๘๙๐๑๒๑",
  "081-234-5678",
  "0812345678",
  "police-answers/081.234.5678",
  "somchai@example.go.th",
  "1กก 1234 กรุงเทพมหานคร",
  "99/1 ถนนสุขุมวิท",
  "13.7563,100.5018",
  "w4rqqx7",
  "https://example.org/somchai",
];
const tooExact = ["w4rqqx", "2026-11-24T03:04:05.678Z", "2026-11-24T03:04:05+07:00"];

/** A value that the schema of one property allows. */
function allowed(schema: Schema): fc.Arbitrary<unknown> {
  if (schema["type"] === "boolean") return fc.boolean();
  if (schema["type"] === "integer") {
    const step = Number(schema["multipleOf"] ?? 1);
    const [min, max] = [Number(schema["minimum"]) / step, Number(schema["maximum"]) / step];
    return fc.integer({ min: Math.ceil(min), max: Math.floor(max) }).map((n) => n * step);
  }
  if (schema["type"] === "array") {
    const { minItems, maxItems, items } = schema;
    const inner = allowed(items as Schema);
    const length = { minLength: Number(minItems), maxLength: Number(maxItems) };
    return schema["uniqueItems"] === true ? fc.uniqueArray(inner, length) : fc.array(inner, length);
  }
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...(schema["enum"] as string[]));
  if (schema["format"] !== undefined) {
    const range = { min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true };
    const hourly = String(schema["pattern"]).includes(":00:00Z");
    return fc.date(range).map((date) => {
      const text = date.toISOString();
      if (schema["format"] === "date") return text.slice(0, 10);
      return hourly ? `${text.slice(0, 13)}:00:00Z` : `${text.slice(0, 19)}Z`;
    });
  }
  return fc.stringMatching(new RegExp(schema["pattern"] as string));
}

const entries = catalogue.flatMap(({ service, action }) =>
  Object.entries(action.schema["properties"] as Record<string, Schema>).map(([name, schema]) => ({
    ...{ service, action, name, schema },
  })),
);

describe("personal data and the catalogue's schemas", () => {
  it("find no room in any property of any type", () => {
    for (const { service, action, name } of entries)
      for (const text of [...personal, ...tooExact]) {
        const [example] = action.examples;
        const found = faults(action, { ...example, [name]: text });
        expect(found, `${service} ${action.type} ${name}: ${text}`).to.not.be.empty;
      }
  });

  it("are not suspected in what the schemas allow", () => {
    // Hashes and CIDs are random by nature and known to the scanner by their form.
    for (const { service, action, name, schema } of entries) {
      const large = Number(schema["maximum"] ?? 0) > 999_999_999_999;
      fc.assert(
        fc.property(allowed(schema), (value) => {
          const [example] = action.examples;
          expect(faults(action, { ...example, [name]: value })).to.deep.equal([]);
          // A number of thirteen digits that is an index passes a citizen number's check digit in one case of ten.
          if (large && Number(value) > 999_999_999_999) return;
          expect(findPersonalData({ [name]: value }), `${service} ${action.type} ${name}`).to.deep.equal([]);
        }),
        { numRuns: 60, seed: 2567 },
      );
    }
  });
});
