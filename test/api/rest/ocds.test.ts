import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { get, json } from "./support/get.ts";
import { methodOf } from "../../../api/rest/ocds/reported-release.ts";

interface Release {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
  readonly contracts?: readonly {
    id: string;
    awardID: string;
    status: string;
    value: { amount: number };
    milestones?: readonly object[];
    amendments?: readonly object[];
    implementation?: { transactions?: readonly { value: { amount: number }; payer?: { id: string } }[] };
  }[];
  readonly awards?: readonly { id: string }[];
  readonly parties: readonly { id: string; roles: readonly string[] }[];
}
interface Packed {
  readonly uri: string;
  readonly links?: { readonly next: string };
  readonly releases: readonly Release[];
  readonly records: readonly {
    ocid: string;
    releases: readonly { url: string; date: string; tag: readonly string[] }[];
    compiledRelease: Release;
  }[];
}

const CODE = "TH-2568-91001-000001-58";

/** The standard's schemas are draft 4; what they use of it means the same in draft 7, but for the name of `id`. */
function schema(name: string): object {
  const file = new URL(`../vectors/ocds/${name}.json`, import.meta.url);
  const { id, ...rest } = JSON.parse(readFileSync(file, "utf8")) as { id: string };
  return { ...rest, $id: id, $schema: "http://json-schema.org/draft-07/schema#" };
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(schema("release-schema"));
ajv.addSchema(schema("versioned-release-validation-schema"));
const validators = {
  releases: ajv.compile(schema("release-package-schema")),
  records: ajv.compile(schema("record-package-schema")),
};

async function valid(path: string, kind: keyof typeof validators): Promise<Packed> {
  const found = await json<Packed>(path);
  const validate = validators[kind];
  expect(validate(found), `${path}: ${ajv.errorsText(validate.errors)}`).to.equal(true);
  return found;
}

async function everything(kind: keyof typeof validators, of: string): Promise<Packed[]> {
  const packages: Packed[] = [];
  let path: string | undefined = `/ocds/${kind}?of=${of}&limit=100`;
  while (path) {
    const found: Packed = await valid(path, kind);
    packages.push(found);
    const next: URL | undefined = found.links && new URL(found.links.next);
    path = next && next.pathname + next.search;
  }
  return packages;
}

describe("the procurement method of an OCDS release", () => {
  for (const [text, method] of [
    ["วิธีประกาศเชิญชวนทั่วไป", "open"],
    ["วิธีคัดเลือก", "selective"],
    ["วิธีเฉพาะเจาะจง", "direct"],
    ["วิธีการจัดหา ประกาศเชิญชวนทั่วไป คัดเลือก เฉพาะเจาะจง", undefined],
    ["อื่น ๆ", undefined],
    [null, undefined],
  ] as const)
    it(`is ${method ?? "left open"} for ${text}`, () => expect(methodOf(text)).to.equal(method));
});

describe("open contracting data (OCDS 1.1.5)", function () {
  this.timeout(120_000);

  it("refuses what is no release, so that the schema is really asked", () => {
    const wrong = {
      uri: "http://x.example/",
      version: "1.1",
      publisher: { name: "x" },
      publishedDate: "2024-01-01T00:00:00Z",
    };
    expect(validators.releases({ ...wrong, releases: [{ ocid: "a" }] })).to.equal(false);
    const bad = {
      ocid: "a",
      id: "b",
      date: "2024-01-01T00:00:00Z",
      tag: ["nonsense"],
      initiationType: "tender",
    };
    expect(validators.releases({ ...wrong, releases: [bad] })).to.equal(false);
  });

  it("is valid for every project of the ledger and all 250 reported ones, as releases", async () => {
    const { data } = await json("/v1/projects?limit=1000");
    const native = (await everything("releases", "ledger")).flatMap((one) => one.releases);
    expect(native.map(({ ocid }) => ocid)).to.deep.equal(
      data.map(({ code }) => `ocds-prongs-${String(code)}`),
    );
    const reported = (await everything("releases", "reported")).flatMap((one) => one.releases);
    expect(reported).to.have.length(250);
    const ids = [...native, ...reported].map(({ id }) => id);
    expect(new Set(ids).size, "releases have different ids").to.equal(ids.length);
  });

  it("is valid for all of them as records", async () => {
    const native = (await everything("records", "ledger")).flatMap((one) => one.records);
    expect(native.length).to.be.at.least(9);
    for (const { releases, compiledRelease } of native) {
      expect(compiledRelease.tag).to.deep.equal(["compiled"]);
      const dates = releases.map(({ date }) => date);
      expect(dates).to.deep.equal(dates.toSorted());
      expect(releases[0]!.tag).to.include("planning");
    }
    const reported = (await everything("records", "reported")).flatMap((one) => one.records);
    expect(reported).to.have.length(250);
  });

  it("tells a contract's life release by release, each of which can be had", async () => {
    const { records } = await valid(`/ocds/records/${CODE}`, "records");
    const { releases, compiledRelease } = records[0]!;
    const tags = releases.flatMap(({ tag }) => tag);
    expect(tags).to.include.members(["planning", "award", "contract", "contractAmendment", "implementation"]);
    let contracts = 0;
    for (const { url, date, tag } of releases) {
      const { pathname, search, hash } = new URL(url);
      const { releases: found } = await valid(pathname + search, "releases");
      expect(found[0]).to.deep.include({ id: hash.slice(1), date, tag });
      expect(found[0]!.contracts?.length ?? 0).to.be.at.least(contracts);
      contracts = found[0]!.contracts?.length ?? 0;
    }
    const last = new URL(releases.at(-1)!.url);
    const { releases: newest } = await valid(last.pathname + last.search, "releases");
    const { id, tag } = compiledRelease;
    expect({ ...newest[0]!, id, tag }).to.deep.equal(compiledRelease);
  });

  it("adds up to what the ledger paid", async () => {
    const { data } = await json<{ data: { totals: { netPaid: string } } }>(`/v1/projects/${CODE}`);
    const { releases } = await valid(`/ocds/releases/${CODE}`, "releases");
    const { contracts, awards, parties } = releases[0]!;
    const moved = contracts!
      .flatMap(({ implementation }) => implementation?.transactions ?? [])
      .map(({ value, payer }) => (payer?.id.startsWith("TH-PRONGSAI-AGENCY") ? value.amount : -value.amount));
    expect(moved.reduce((a, b) => a + b, 0)).to.equal(Number(data.totals.netPaid) / 100);
    expect(contracts!.map(({ awardID }) => awardID)).to.have.members(awards!.map(({ id }) => id));
    expect(parties.flatMap(({ roles }) => roles)).to.include.members(["buyer", "payer", "supplier"]);
  });

  it("finds a project by code, by ocid, by number and by the index's id", async () => {
    const { data } = await json("/v1/reported-projects?limit=1");
    const { number, reportedId } = data[0]! as { number: string; reportedId: string };
    for (const name of [`egp:${number}`, `ocds-prongs-egp-${number}`, reportedId]) {
      const { releases } = await valid(`/ocds/releases/${name}`, "releases");
      expect(releases[0]!.ocid).to.equal(`ocds-prongs-egp-${number}`);
    }
    for (const name of [CODE, `ocds-prongs-${CODE}`]) {
      const { releases } = await valid(`/ocds/releases/${name}`, "releases");
      expect(releases[0]!.ocid).to.equal(`ocds-prongs-${CODE}`);
    }
    expect((await get("/ocds/releases/egp:1")).status).to.equal(404);
    expect((await get("/ocds/releases/ocds-000000-unknown")).status).to.equal(404);
    expect((await get("/ocds/releases?limit=101")).text).to.contain("PAGE_SIZE");
  });
});
