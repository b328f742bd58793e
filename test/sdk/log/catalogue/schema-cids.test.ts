import { expect } from "chai";
import { writeUnixfs } from "../../../../sdk/documents/unixfs-write.ts";
import { findActionOf, schemaCid, schemaDocument } from "../../../../sdk/log/catalogue/index.ts";
import { schemaCids } from "../../../../sdk/log/catalogue/schema-cids.ts";
import { catalogue } from "./support.ts";

describe("published schemas", () => {
  for (const { service, action } of catalogue) {
    it(`${service} ${action.type} is the one that was published as version ${action.version}`, () => {
      const versions = schemaCids[service]?.[action.type] ?? [];
      const cid = schemaCid(action);
      expect(
        versions[action.version - 1],
        `the schema of ${service} ${action.type} changed: raise its version and add "${cid}" in schema-cids.ts`,
      ).to.equal(cid);
      expect(versions, "versions without a type").to.have.lengthOf(action.version);
    });
  }

  it("are of this catalogue only", () => {
    const known = new Set(catalogue.map(({ service, action }) => `${service} ${action.type}`));
    const listed = Object.entries(schemaCids).flatMap(([service, types]) =>
      Object.keys(types).map((type) => `${service} ${type}`),
    );
    expect(listed.filter((line) => !known.has(line))).to.deep.equal([]);
  });

  it("have the address that a store of documents gives them", async () => {
    for (const { action } of catalogue) {
      const { cid } = await writeUnixfs(schemaDocument(action), { put: async () => undefined });
      expect(schemaCid(action)).to.equal(cid);
    }
  });

  it("lead from a record to its type, and from an unknown schema to none", () => {
    for (const { service, action } of catalogue) {
      const name = service === "*" ? "th.go.bangkok.complaints" : service;
      const record = { service: name, type: action.type, schema: schemaCid(action) };
      expect(findActionOf(record)).to.equal(action);
      const other = catalogue.find((entry) => entry.action !== action)!;
      expect(findActionOf({ ...record, schema: schemaCid(other.action) })).to.equal(undefined);
    }
  });
});
