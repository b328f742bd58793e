import { expect } from "chai";
import fc from "fast-check";
import { createHash } from "node:crypto";
import { canonicalBytes, canonicalJson } from "../../../../sdk/canonical-json.ts";
import type { Json } from "../../../../sdk/canonical-json.ts";
import { leafHash } from "../../../../sdk/merkle/hash.ts";
import { parseRecord, recordBytes, recordLeaf, sealRecord } from "../../../../sdk/log/record/index.ts";
import type { ActionRecord } from "../../../../sdk/log/record/index.ts";
import { writeRecord } from "../../../../sdk/log/record/write.ts";
import { codeOf } from "../../support/code-of.ts";
import { sampleRecord } from "./sample.ts";

const text = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({ maxLength: 12 }),
    fc.constantFrom("10", "9", "é", "\u2028"),
  )
  .map((some) => some.normalize("NFC").replaceAll("\0", ""));

const { value: jsonValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.maxSafeInteger(),
    fc.constantFrom(null, true, false, -0),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 6, noNullPrototype: true }),
  ),
}));

describe("the bytes of a record", function () {
  this.timeout(60_000);

  it("are those that canonicalJson writes, whatever the data", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(writeRecord(value)).to.equal(canonicalJson(value));
      }),
      { numRuns: 5_000 },
    );
  });

  it("do not depend on what was written before, nor on which names were seen", () => {
    const names = Array.from({ length: 6_000 }, (_, i) => `name${i}`);
    for (const name of names) writeRecord({ [name]: 1 });
    for (const name of names) expect(writeRecord({ [name]: [name] })).to.equal(`{"${name}":["${name}"]}`);
  });

  it("and the leaf are the same through every function", () => {
    fc.assert(
      fc.property(fc.dictionary(text, jsonValue, { maxKeys: 4, noNullPrototype: true }), (data) => {
        const value = sampleRecord({ data });
        const record = parseRecord(value);
        const sealed = sealRecord(value);
        const bytes = canonicalBytes(value as Json);
        expect(sealed.record).to.equal(value);
        expect(sealed.bytes).to.deep.equal(bytes);
        expect(recordBytes(record)).to.deep.equal(bytes);
        const leaf = createHash("sha256").update(Buffer.of(0)).update(bytes).digest();
        expect(Buffer.from(sealed.leaf).equals(leaf)).to.equal(true);
        expect(recordLeaf(record)).to.deep.equal(sealed.leaf);
        expect(leafHash(bytes)).to.deep.equal(sealed.leaf);
        expect(parseRecord(JSON.parse(new TextDecoder().decode(bytes)))).to.deep.equal(
          JSON.parse(JSON.stringify(value)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("stay as they are when another record is sealed", () => {
    const first = sealRecord(sampleRecord({ clientSeq: 1 }));
    const [bytes, leaf] = [first.bytes.slice(), first.leaf.slice()];
    sealRecord(sampleRecord({ clientSeq: 2 }));
    expect(codeOf(() => sealRecord(sampleRecord({ data: { a: "x".repeat(9_000) } })))).to.equal(
      "LOG_RECORD_TOO_LARGE",
    );
    expect(first.bytes).to.deep.equal(bytes);
    expect(first.leaf).to.deep.equal(leaf);
  });

  it("are refused of what is no record, even when its type says so", () => {
    const record = sampleRecord({ data: { a: 0.5 } }) as unknown as ActionRecord;
    expect(codeOf(() => recordBytes(record))).to.equal("LOG_RECORD_NUMBER");
    expect(codeOf(() => recordLeaf(record))).to.equal("LOG_RECORD_NUMBER");
  });
});
