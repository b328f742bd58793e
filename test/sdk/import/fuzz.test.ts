import { expect } from "chai";
import fc from "fast-check";
import { canonicalJson } from "../../../sdk/canonical-json.ts";
import { ProngsaiError } from "../../../sdk/errors.ts";
import { leafHash } from "../../../sdk/merkle.ts";
import { rowJson } from "../../../sdk/import/index.ts";
import type { ImportFormat } from "../../../sdk/import/index.ts";
import { juristicNameOnly } from "../../../sdk/import/juristic.ts";
import { withholdPersons } from "../../../sdk/import/personal-data.ts";
import { releasePackage, packageOf, thaiRelease } from "./ocds/example.ts";
import { bytesOf, keep, sample, table } from "./reading.ts";

const runs = Number(process.env.FUZZ_RUNS ?? 150);

/** Whatever the bytes: a coded error, or rows that add up and that the kept file gives again. */
async function holds(bytes: Uint8Array, format: ImportFormat): Promise<void> {
  let first;
  try {
    first = await keep(bytes, format);
  } catch (error) {
    if (error instanceof ProngsaiError && error.code.startsWith("IMPORT_")) return;
    throw error;
  }
  const { rows, summary, kept } = first;
  expect(summary.rowsRead).to.equal(rows.length);
  expect(summary.imported + summary.quarantined).to.equal(summary.rowsRead);
  for (const row of rows) {
    const canonical = new TextEncoder().encode(canonicalJson(rowJson(row)));
    expect(row.leaf).to.deep.equal(leafHash(canonical));
    expect(JSON.stringify(rowJson(row))).not.to.contain("\\u0000");
  }
  if (rows.length === 0) return;
  const again = await keep(kept, format, 1 + (bytes.length % 997));
  expect(again.rows).to.deep.equal(rows);
  expect(Buffer.compare(again.kept, kept)).to.equal(0);
}

const head = sample.subarray(0, sample.indexOf("\n", 6000) + 1);
const winners = table(
  [
    ...sample.toString().split("\n")[0]!.trim().split(","),
    "ชื่อผู้ชนะ",
    "เลขประจำตัวผู้เสียภาษี",
    "เลขที่สัญญา",
    "ผู้ประสานงาน",
  ],
  [
    { ชื่อผู้ชนะ: "บริษัท ก จำกัด", เลขประจำตัวผู้เสียภาษี: "0105536000001", เลขที่สัญญา: "1/2568" },
    { ชื่อผู้ชนะ: "สมชาย ใจดี", เลขประจำตัวผู้เสียภาษี: "1101700207030", ผู้ประสานงาน: "สมหญิง ดีมาก" },
  ],
);
const snippets = fc.constantFrom(
  ...'",\n\r-๐9\u0000\ufeff'.split(""),
  "\r\n",
  '""',
  "นายสมชาย ใจดี",
  "081-234-5678",
  "a@b.co",
  "1101700207030",
  "[withheld]",
  '"prongsai:quarantined {""reason"":""CODE_MISSING"",""column"":null,""value"":null}"',
  "เชียงใหม่",
  "29 พ.ย. 67",
  "__proto__",
  "บริษัท ก จำกัด",
  "(วรรณา ฟ้าใสดี)",
  " โดย",
  "ว่าที่ร้อยตรี",
  "คุณสม ดี",
  "MR. ",
  "๐๘๑.๒๓๔.๕๖๗๘",
  "0105536000001",
  "\u200b",
);
const bytesOfSnippet = fc.oneof(
  snippets.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 6 }),
);
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(40), bytesOfSnippet), { minLength: 1, maxLength: 6 });

/** The bytes with some stretches cut out and others put in. */
function edited(bytes: Uint8Array, changes: [number, number, Uint8Array][]): Uint8Array {
  return changes.reduce<Uint8Array>((text, [where, cut, put]) => {
    const at = where % (text.length + 1);
    return Buffer.concat([text.subarray(0, at), put, text.subarray(Math.min(text.length, at + cut))]);
  }, bytes);
}

describe("reading anything at all", function () {
  this.timeout(120_000);

  it("as e-GP: random bytes", () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => holds(bytes, "egp")),
      { numRuns: runs },
    ));

  it("as e-GP: the sample's beginning, edited at random", () =>
    fc.assert(
      fc.asyncProperty(edits, (changes) => holds(edited(head, changes), "egp")),
      { numRuns: runs },
    ));

  it("as e-GP: winners, edited at random", () =>
    fc.assert(
      fc.asyncProperty(edits, (changes) => holds(edited(bytesOf(winners), changes), "egp")),
      { numRuns: runs },
    ));

  it("as e-GP: the sample's header before random lines", () => {
    const header = sample.subarray(0, sample.indexOf("\n") + 1);
    const lines = fc
      .array(bytesOfSnippet, { maxLength: 40 })
      .map((parts) => Buffer.concat([header, ...parts]));
    return fc.assert(
      fc.asyncProperty(lines, (bytes) => holds(bytes, "egp")),
      { numRuns: runs },
    );
  });

  it("as OCDS: random bytes and random JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (b) => holds(b, "ocds")),
      { numRuns: runs },
    );
    const json = fc.json({ maxDepth: 5 }).map((text) => Buffer.from(text));
    await fc.assert(
      fc.asyncProperty(json, (bytes) => holds(bytes, "ocds")),
      { numRuns: runs },
    );
  });

  it("as OCDS: packages edited at random, and releases with random members", async () => {
    const thai = Buffer.from(packageOf([thaiRelease(), thaiRelease({ id: "r2" })], "1.1"));
    const both = fc.tuple(fc.constantFrom(thai, releasePackage.subarray(0, 9000)), edits);
    await fc.assert(
      fc.asyncProperty(both, ([bytes, changes]) => holds(edited(bytes, changes), "ocds")),
      { numRuns: runs },
    );
    const member = fc.constantFrom(
      "parties",
      "awards",
      "contracts",
      "tender",
      "planning",
      "buyer",
      "date",
      "tag",
      "id",
      "x",
      "suppliers",
      "signatories",
      "identifier",
      "name",
    );
    const strangeValue = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      snippets,
      fc.constantFrom(1101700207030, 66812345678),
      fc.dictionary(member, fc.oneof(snippets, fc.array(snippets, { maxLength: 3 })), { maxKeys: 4 }),
    );
    const strange = fc.dictionary(member, strangeValue, { maxKeys: 4 });
    const list = fc.array(strange, { minLength: 1, maxLength: 3 });
    const source = list.map((all) =>
      Buffer.from(
        packageOf(
          all.map((each) => thaiRelease(each)),
          "1.1",
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(source, (bytes) => holds(bytes, "ocds")),
      { numRuns: runs },
    );
  });

  it("withholding twice is withholding once", () => {
    const text = fc
      .array(fc.oneof(snippets, fc.string({ maxLength: 6 })), { maxLength: 12 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (each) => {
        const once = withholdPersons(each);
        expect(withholdPersons(once)).to.equal(once);
        const company = juristicNameOnly(each);
        expect(juristicNameOnly(company)).to.equal(company);
      }),
      { numRuns: runs * 20 },
    );
  });
});
