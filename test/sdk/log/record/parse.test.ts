import { expect } from "chai";
import { ProngsaiError } from "../../../../sdk/errors.ts";
import { parseRecord } from "../../../../sdk/log/record/index.ts";
import { sampleRecord } from "./sample.ts";

const HASH = `0x${"0f".repeat(32)}`;
const CID = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";

/** Code and path of the refusal. */
function refusal(value: unknown): string {
  try {
    parseRecord(value);
  } catch (error) {
    if (error instanceof ProngsaiError) return `${error.code} ${error.details["path"] as string}`;
    throw error;
  }
  return "taken";
}

/** Arrays within arrays, `depth` of them. */
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe("the form of a record", () => {
  const taken: [string, Record<string, unknown>][] = [
    ["as services send it", {}],
    ["without a subject", { subject: null }],
    ["with a pseudonym", { actor: { pseudonym: HASH } }],
    ["with a payload", { payload: { commit: HASH, alg: "pl1", ref: "ก".repeat(200) } }],
    ["with references", { refs: [{ index: 0 }, { service: "a.b", index: 7 }, { cid: CID }] }],
    ["with sixteen references", { refs: Array(16).fill({ index: 1 }) }],
    ["that replaces the first entry", { supersedes: 0 }],
    ["with the greatest numbers", { clientSeq: 2 ** 53 - 1, supersedes: 2 ** 53 - 1, agency: 99_999 }],
    ["of a leap day", { ts: "2028-02-29T23:59:59.999Z" }],
    ["with empty data", { data: {} }],
    ["nested eight deep", { data: { a: nested(6) } }],
    ["with text of every script", { data: { a: 'ก็ 𝄞 é \n \u2028 "\\', ชื่อ: true } }],
  ];
  for (const [name, changes] of taken) {
    it(`is taken ${name}`, () => {
      const record = sampleRecord(changes);
      expect(parseRecord(record)).to.equal(record);
    });
  }

  for (const name of Object.keys(sampleRecord())) {
    it(`needs ${name}`, () => {
      expect(refusal(sampleRecord({ [name]: undefined }))).to.equal(`LOG_RECORD_MEMBER_MISSING $.${name}`);
    });
    it(`refuses another kind of value as ${name}`, () => {
      for (const wrong of [true, [1], new Map()]) {
        const path =
          name === "actor" && wrong instanceof Map
            ? /LOG_RECORD_CHOICE \$\.actor/
            : `LOG_RECORD_KIND $.${name}`;
        const found = refusal(sampleRecord({ [name]: wrong }));
        if (typeof path === "string") expect(found).to.equal(path);
        else expect(found).to.match(path);
      }
    });
  }

  const refused: [string, Record<string, unknown>, string][] = [
    ["another version", { v: 2 }, "CONSTANT $.v"],
    ["an unknown member", { note: 1 }, "MEMBER_UNKNOWN $.note"],
    [
      "an unknown member without saying what may be a person's number",
      { "1101700203451": 1 },
      "MEMBER_UNKNOWN $[*]",
    ],
    [
      "a member named __proto__",
      JSON.parse('{"__proto__":{"v":1}}') as Record<string, unknown>,
      "MEMBER_UNKNOWN $[*]",
    ],
    ["a service of one label", { service: "police" }, "FORM $.service"],
    ["a service in capitals", { service: "th.go.Police" }, "FORM $.service"],
    ["a service of 121 bytes", { service: `th.${"a".repeat(118)}` }, "FORM $.service"],
    ["a label that begins with a hyphen", { service: "th.-a" }, "FORM $.service"],
    ["a service with an end of line", { service: "th.go\n" }, "FORM $.service"],
    ["agency 0", { agency: 0 }, "RANGE $.agency"],
    ["agency 100000", { agency: 100_000 }, "RANGE $.agency"],
    ["a fraction as agency", { agency: 1.5 }, "RANGE $.agency"],
    ["a type of one word", { type: "report" }, "FORM $.type"],
    ["a type of 61 characters", { type: `a.${"b".repeat(59)}` }, "FORM $.type"],
    ["a CIDv0", { schema: "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG" }, "FORM $.schema"],
    ["a CID cut short", { schema: CID.slice(0, -1) }, "FORM $.schema"],
    ["a CID with loose bits", { schema: `${CID.slice(0, -1)}b` }, "FORM $.schema"],
    ["a submitter of 32 characters", { submitter: "a".repeat(32) }, "FORM $.submitter"],
    ["an empty submitter", { submitter: "" }, "FORM $.submitter"],
    ["clientSeq 0", { clientSeq: 0 }, "RANGE $.clientSeq"],
    ["clientSeq 2⁵³", { clientSeq: 2 ** 53 }, "RANGE $.clientSeq"],
    ["a time without milliseconds", { ts: "2026-11-24T03:04:05Z" }, "FORM $.ts"],
    ["a time with an offset", { ts: "2026-11-24T10:04:05.678+07:00" }, "FORM $.ts"],
    ["29 February of a common year", { ts: "2026-02-29T00:00:00.000Z" }, "FORM $.ts"],
    ["29 February 2100", { ts: "2100-02-29T00:00:00.000Z" }, "FORM $.ts"],
    ["31 April", { ts: "2026-04-31T00:00:00.000Z" }, "FORM $.ts"],
    ["hour 24", { ts: "2026-04-30T24:00:00.000Z" }, "FORM $.ts"],
    ["a leap second", { ts: "2026-06-30T23:59:60.000Z" }, "FORM $.ts"],
    ["a subject in capitals", { subject: HASH.toUpperCase() }, "FORM $.subject"],
    ["a subject that is no commitment", { subject: "1101700203451" }, "FORM $.subject"],
    ["an actor without either", { actor: {} }, "CHOICE $.actor"],
    ["an actor with both", { actor: { role: "clerk", pseudonym: HASH } }, "CHOICE $.actor"],
    ["an actor's name", { actor: { role: "clerk", name: "x" } }, "MEMBER_UNKNOWN $.actor.name"],
    ["a role with spaces", { actor: { role: "duty officer" } }, "FORM $.actor.role"],
    ["a role of 41 characters", { actor: { role: "a".repeat(41) } }, "FORM $.actor.role"],
    ["data that is an array", { data: [] }, "KIND $.data"],
    ["data that is null", { data: null }, "KIND $.data"],
    [
      "a payload without commitment",
      { payload: { alg: "pl1", ref: "x" } },
      "MEMBER_MISSING $.payload.commit",
    ],
    [
      "a payload of another algorithm",
      { payload: { commit: HASH, alg: "pl2", ref: "x" } },
      "CONSTANT $.payload.alg",
    ],
    [
      "a payload's empty reference",
      { payload: { commit: HASH, alg: "pl1", ref: "" } },
      "LENGTH $.payload.ref",
    ],
    [
      "a payload's long reference",
      { payload: { commit: HASH, alg: "pl1", ref: "x".repeat(201) } },
      "LENGTH $.payload.ref",
    ],
    ["seventeen references", { refs: Array(17).fill({ index: 1 }) }, "LENGTH $.refs"],
    ["an empty reference", { refs: [{ index: 1 }, {}] }, "CHOICE $.refs[1]"],
    ["a reference of two kinds", { refs: [{ index: 1, cid: CID }] }, "CHOICE $.refs[0]"],
    ["a document with a service", { refs: [{ service: "a.b", cid: CID }] }, "MEMBER_MISSING $.refs[0].index"],
    ["a negative index", { refs: [{ index: -1 }] }, "RANGE $.refs[0].index"],
    ["references that are an object", { refs: {} }, "KIND $.refs"],
    ["a negative supersedes", { supersedes: -1 }, "RANGE $.supersedes"],
    ["supersedes null", { supersedes: null }, "KIND $.supersedes"],
    ["a fraction", { data: { a: [1, 1.5] } }, "NUMBER $.data.a[1]"],
    ["a number beyond 2⁵³", { data: { a: 2 ** 53 } }, "NUMBER $.data.a"],
    ["NaN", { data: { a: Number.NaN } }, "NUMBER $.data.a"],
    ["text not in NFC", { data: { a: "e\u0301" } }, "TEXT $.data.a"],
    ["a member's name not in NFC", { data: { "e\u0301": 1 } }, "TEXT $.data[*]"],
    ["a lone surrogate", { data: { a: { b: "\ud800" } } }, "TEXT $.data.a.b"],
    ["U+0000", { data: { a: "x\0" } }, "TEXT $.data.a"],
    ["nesting nine deep", { data: { a: nested(7) } }, "DEPTH $.data.a[0][0][0][0][0][0]"],
    ["undefined", { data: { a: undefined } }, "KIND $.data.a"],
    ["bigint", { data: { a: 1n } }, "KIND $.data.a"],
    ["a date", { data: { a: new Date(0) } }, "KIND $.data.a"],
    ["a member without a name in text", { data: { [Symbol("s")]: 1 } }, "KIND $.data"],
  ];
  for (const [name, changes, expected] of refused) {
    it(`refuses ${name}`, () => {
      const record = { ...sampleRecord(), ...changes };
      expect(refusal(record)).to.equal(`LOG_RECORD_${expected}`);
    });
  }

  for (const value of [undefined, null, 1, "record", [], true]) {
    it(`refuses ${JSON.stringify(value)} instead of a record`, () => {
      expect(refusal(value)).to.match(/^LOG_RECORD_(?:KIND|MEMBER_MISSING) \$$/);
    });
  }

  it("takes 8,192 bytes and refuses one more, counted in UTF-8", () => {
    const bytes = (record: unknown) => Buffer.byteLength(JSON.stringify(record));
    for (const letter of ["a", "ก"]) {
      const base = bytes(sampleRecord({ data: { a: "" } }));
      const room = 8_192 - base;
      const filling = letter.repeat(Math.floor(room / Buffer.byteLength(letter)));
      const exact = filling + "a".repeat(room - Buffer.byteLength(filling));
      expect(bytes(parseRecord(sampleRecord({ data: { a: exact } })))).to.equal(8_192);
      expect(() => parseRecord(sampleRecord({ data: { a: `${exact}a` } })))
        .to.throw(ProngsaiError)
        .that.deep.includes({ code: "LOG_RECORD_TOO_LARGE", details: { bytes: 8_193, limit: 8_192 } });
    }
  });

  it("repeats no value of the record in a refusal", () => {
    const secret = "1101700203451";
    for (const name of Object.keys(sampleRecord())) {
      try {
        parseRecord(sampleRecord({ [name]: secret }));
        expect.fail("taken");
      } catch (error) {
        expect(JSON.stringify(error)).to.not.include(secret);
        expect((error as Error).message).to.not.include(secret);
      }
    }
  });
});
