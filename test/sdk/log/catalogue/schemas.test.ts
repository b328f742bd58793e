import { expect } from "chai";
import type { Schema } from "../../../../sdk/log/catalogue/index.ts";
import { isSafePattern } from "../../../../sdk/log/schema/pattern/read.ts";
import { ajv, catalogue, validator } from "./support.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** Longest text that may be free of a closed list, in characters: a hash in hexadecimal. */
const MOST_CHARACTERS = 66;

/** What of a property's schema leaves more open than a closed list, a bounded number or a short fixed form. */
function openings(schema: Schema): string[] {
  const { type } = schema;
  if (type === "boolean") return [];
  if (type === "integer") {
    const limits = ["minimum", "maximum"].map((name) => schema[name]);
    return limits.every((limit) => Number.isSafeInteger(limit)) ? [] : ["an integer without limits"];
  }
  if (type === "array") {
    const { items, maxItems } = schema;
    const unbounded = typeof maxItems === "number" && maxItems <= 20 ? [] : ["a list without end"];
    return [...unbounded, ...openings(items as Schema)];
  }
  if (type !== "string") return [`the type ${String(type)}`];
  if (Array.isArray(schema["enum"]))
    return schema["enum"].every((value) => typeof value === "string") ? [] : ["an enum of other values"];
  const { maxLength, pattern, format } = schema;
  if (typeof maxLength !== "number" || maxLength > MOST_CHARACTERS) return ["a text without limit"];
  if (typeof pattern === "string") return isSafePattern(pattern) ? [] : [`the unsafe pattern ${pattern}`];
  return format === "date" ? [] : ["free text"];
}

describe("schemas of the catalogue", () => {
  for (const { service, action } of catalogue) {
    describe(`${service} ${action.type}`, () => {
      const { schema } = action;
      const properties = schema["properties"] as Record<string, Schema>;

      it("is JSON Schema 2020-12 and compiles in strict mode", () => {
        expect(schema["$schema"]).to.equal(DIALECT);
        expect(ajv.validateSchema(schema)).to.equal(true);
        expect(validator(action)).to.be.a("function");
      });

      it("takes no other property", () => {
        expect(schema["type"]).to.equal("object");
        expect(schema["additionalProperties"]).to.equal(false);
        expect(Object.keys(properties)).to.deep.equal(Object.keys(action.fields));
      });

      it("leaves nothing open that could hold a name, a text or a fraction", () => {
        const found = Object.entries(properties).flatMap(([name, property]) =>
          openings(property).map((opening) => `${name}: ${opening}`),
        );
        expect(found).to.deep.equal([]);
      });

      it("says in both languages what each property is", () => {
        for (const part of [schema, ...Object.values(properties)]) {
          expect(part["title"]).to.match(/[\u0e00-\u0e7f]/);
          expect(part["description"]).to.match(/^[^\u0e00-\u0e7f]+$/);
        }
      });

      it("has a Thai and an English word for every value of a closed list", () => {
        for (const [name, { schema: part, values }] of Object.entries(action.fields)) {
          const listed = (part["enum"] ?? (part["items"] as Schema | undefined)?.["enum"]) as
            string[] | undefined;
          if (!listed) continue;
          expect(Object.keys(values ?? {}), name).to.deep.equal(listed);
          for (const { th, en } of Object.values(values ?? {})) {
            expect(th, name).to.match(/[\u0e00-\u0e7f]/);
            expect(en, name).to.match(/^[^\u0e00-\u0e7f]+$/);
          }
        }
      });
    });
  }
});
