import { expect } from "chai";
import { compileSchema, SchemaUnusable } from "../../../api/intake/known/compile-schema.ts";
import { commonActions } from "../../../sdk/log/common/index.ts";
import { services } from "../../../sdk/log/catalogue/index.ts";
import { noteSchema } from "../../support/log/intake-world.ts";

const text = { type: "string", maxLength: 20 };
/** A schema with this member. */
const having = (member: unknown, more: object = {}) => ({
  ...{ type: "object", additionalProperties: false, properties: { deep: member } },
  ...more,
});
const closed = { type: "object", additionalProperties: false, properties: { a: text } };

describe("schemas that services may define", () => {
  it("are those of the catalogue, and others that describe all that they let in", () => {
    const catalogue = services.flatMap(({ actions }) => actions).concat(commonActions);
    for (const schema of [
      ...catalogue.map((action) => action.schema),
      noteSchema,
      having(closed),
      having({ type: ["object", "null"], additionalProperties: false, properties: { a: text } }),
      having({ type: "array", items: closed, maxItems: 3 }),
      having({ type: "array", prefixItems: [text, closed], items: false, minItems: 2 }),
      having({ const: { anything: 1 } }),
      having({ enum: ["a", "b"] }),
      having({ anyOf: [text, { type: "null" }] }),
      having({ $ref: "#/$defs/part" }, { $defs: { part: closed } }),
      having(
        { $ref: "#/$defs/tree" },
        {
          $defs: {
            tree: {
              type: "object",
              additionalProperties: false,
              properties: { kids: { type: "array", maxItems: 2, items: { $ref: "#/$defs/tree" } } },
            },
          },
        },
      ),
      having({
        ...{ type: "object", unevaluatedProperties: false, properties: { a: text } },
        allOf: [{ type: "object", properties: { b: text } }],
      }),
    ])
      expect(() => compileSchema(JSON.stringify(schema)), JSON.stringify(schema)).not.to.throw();
  });

  for (const [what, schema, place] of [
    ["no JSON object", 7, ""],
    ["another type", { type: "string" }, ""],
    ["members that it does not name", { type: "object", properties: { deep: text } }, "#:"],
    ["a nested object without members", having({ type: "object" }), "#/properties/deep:"],
    [
      "a nested object with any names",
      having({ type: "object", additionalProperties: text }),
      "#/properties/deep:",
    ],
    [
      "names by pattern",
      having({
        ...{ type: "object", additionalProperties: false },
        patternProperties: { "^[a-z]{1,9}$": text },
      }),
      "#/properties/deep/patternProperties:",
    ],
    [
      "an object three levels down",
      having({ ...closed, properties: { a: { type: "array", items: { type: "object" } } } }),
      "#/properties/deep/properties/a/items:",
    ],
    ["a value of any kind", having({}), "#/properties/deep:"],
    ["a value that may be anything", having(true), "#/properties/deep:"],
    ["a list of anything", having({ type: "array", maxItems: 3 }), "#/properties/deep/items:"],
    ["an open alternative", having({ anyOf: [text, { type: "object" }] }), "#/properties/deep/anyOf/1:"],
    [
      "an open part by reference",
      having({ $ref: "#/$defs/part" }, { $defs: { part: { type: "object" } } }),
      "#/properties/deep/$ref:",
    ],
    [
      "parts that refer to each other without end",
      having(
        { $ref: "#/$defs/p0" },
        {
          $defs: Object.fromEntries(
            Array.from({ length: 40 }, (_, n) => [
              `p${n}`,
              n === 39 ? text : { anyOf: [{ $ref: `#/$defs/p${n + 1}` }, { $ref: `#/$defs/p${n + 1}` }] },
            ]),
          ),
        },
      ),
      "#/properties/deep/$ref",
    ],
    [
      "a part that lets in any member",
      having({
        ...{ type: "object", unevaluatedProperties: false },
        allOf: [{ type: "object", additionalProperties: true }],
      }),
      "#/properties/deep/allOf/0/additionalProperties:",
    ],
    [
      "a part whose member is open",
      having({
        ...{ type: "object", unevaluatedProperties: false },
        if: { type: "object", properties: { a: { type: "object" } } },
      }),
      "#/properties/deep/if/properties/a:",
    ],
  ] as const)
    it(`do not have ${what}`, () => {
      expect(() => compileSchema(JSON.stringify(schema)))
        .to.throw(SchemaUnusable)
        .with.property("message")
        .that.includes(place);
    });
});
