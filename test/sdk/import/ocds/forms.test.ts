import { expect } from "chai";
import { keep, read, refusal } from "../reading.ts";
import { packageOf, recordPackage, releasePackage, releases, thaiRelease } from "./example.ts";

const lines = (values: unknown[]) => values.map((value) => JSON.stringify(value)).join("\n");
const ids = (rows: { release: { id: string } | null }[]) => rows.map(({ release }) => release?.id);

describe("forms of OCDS data", function () {
  this.timeout(30_000);

  const expected = releases.map(({ id }) => id);
  const whole = { version: "1.1", releases };
  const forms: [string, string | Uint8Array][] = [
    ["a release package", releasePackage],
    ["a package on one line", JSON.stringify(whole)],
    ["a package behind a byte order mark", "\ufeff" + JSON.stringify(whole, null, 2)],
    ["a package of version 1.0, which names none", JSON.stringify({ releases })],
    ["JSON lines of releases", lines(releases)],
    ["JSON lines with blank lines and CRLF", lines(releases).replaceAll("\n", "\r\n\r\n")],
    ["JSON lines of packages", lines(releases.map((release) => ({ version: "1.1", releases: [release] })))],
    ["an array of releases", JSON.stringify(releases)],
  ];
  for (const [what, source] of forms) {
    it(`read ${what}: each release is a row, the first of an ocid is no repeat`, async () => {
      const { reported, summary } = await read(source, "ocds");
      expect(ids(reported)).to.deep.equal(expected);
      expect(summary).to.include({ rowsRead: 6, imported: 6, quarantined: 0, projects: 1 });
      expect(reported.map(({ repeat }) => repeat)).to.deep.equal([false, true, true, true, true, true]);
    });
  }

  it("read a single release, a single record and a record package by its compiled release", async () => {
    expect(ids((await read(JSON.stringify(thaiRelease()), "ocds")).reported)).to.deep.equal(["r1"]);
    const record = { ocid: "ocds-th0001-67119524001", releases: [thaiRelease(), thaiRelease({ id: "r2" })] };
    expect(ids((await read(JSON.stringify(record), "ocds")).reported)).to.deep.equal(["r1", "r2"]);
    const { reported } = await read(recordPackage, "ocds");
    expect(reported).to.have.length(1);
    expect(reported[0]!.release!.tags).to.deep.equal(["compiled"]);
    expect(reported[0]!.title).to.be.a("string");
  });

  it("set a record aside that only links to its releases", async () => {
    const record = {
      ocid: "ocds-x-1",
      releases: [{ url: "https://example.com/r1", date: "2024-01-01", tag: ["award"] }],
    };
    const { quarantined } = await read(JSON.stringify({ records: [record] }), "ocds");
    expect(quarantined[0]).to.include({ line: 1, reason: "RELEASE_LINKED_ONLY" });
  });

  it("read a package larger than the head, piece by piece, and one large release", async () => {
    const many = Array.from({ length: 1500 }, (_, i) => thaiRelease({ ocid: `ocds-th0001-${i}` }));
    const text = packageOf(many, "1.1");
    expect(text.length).to.be.greaterThan(2 ** 20);
    const { summary } = await read(text, "ocds", 10_007);
    expect(summary).to.include({ rowsRead: 1500, imported: 1500, projects: 1500 });
    expect(summary.packages[0]).to.include({ version: "1.1", publisher: "กรมบัญชีกลาง" });
    const large = JSON.stringify(thaiRelease({ x_notes: "ก".repeat(600_000) }));
    expect((await read(large, "ocds")).summary).to.include({ rowsRead: 1, imported: 1 });
    const { rows, kept } = await keep(large, "ocds");
    expect((await read(kept, "ocds")).rows).to.deep.equal(rows);
    const array = JSON.stringify(many);
    expect((await read(array, "ocds")).summary).to.include({ rowsRead: 1500, imported: 1500 });
  });

  it("keep extensions: unknown members are in the row and in the kept file, and named in the summary", async () => {
    const { rows, summary, kept } = await keep(
      packageOf([thaiRelease({ x_lots: [{ b: 1, a: 2 }] })], "1.1"),
      "ocds",
    );
    expect(rows[0]).to.deep.nested.include({ "extra.x_lots": '[{"a":2,"b":1}]' });
    expect(summary.columns.unknown).to.deep.equal(["x_lots"]);
    expect(kept.toString()).to.contain('"x_lots":[{"b":1,"a":2}]');
  });

  const foreign: [string, string | Uint8Array, string][] = [
    ["nothing", "", "IMPORT_EMPTY"],
    ["a CSV table", "รหัสโครงการ,ชื่อโครงการ\n1,2\n", "IMPORT_NOT_OCDS"],
    ["a web page", "<html></html>", "IMPORT_NOT_OCDS"],
    ["other JSON", '{"type":"FeatureCollection","features":[]}', "IMPORT_NOT_OCDS"],
    ["an array of numbers", "[1,2,3]", "IMPORT_NOT_OCDS"],
    ["an empty array", "[]", "IMPORT_NOT_OCDS"],
    ["a package that breaks off", packageOf([thaiRelease()], "1.1").slice(0, -20), "IMPORT_JSON_BROKEN"],
    [
      "a large package that breaks off",
      packageOf(Array(1500).fill(thaiRelease())).slice(0, -9),
      "IMPORT_JSON_BROKEN",
    ],
    ["a later version", packageOf([thaiRelease()], "2.0"), "IMPORT_OCDS_VERSION"],
    ["UTF-16", Buffer.from(packageOf([thaiRelease()]), "utf16le"), "IMPORT_ENCODING"],
    [
      "broken UTF-8",
      Buffer.from(packageOf([thaiRelease({ x: "AAAA" })]).replace("AAAA", "\xff\xff"), "latin1"),
      "IMPORT_ENCODING",
    ],
  ];
  for (const [what, source, code] of foreign) {
    it(`refuse ${what} as ${code}`, async () => {
      expect(await refusal(source, "ocds")).to.equal(code);
    });
  }
});
