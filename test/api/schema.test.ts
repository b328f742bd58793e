import { readFileSync } from "node:fs";
import { expect } from "chai";
import { isInterfaceType, isObjectType } from "graphql";
import { printedSchema, schema } from "../../api/graphql/schema.ts";

const root = new URL("../../", import.meta.url);
const committed = readFileSync(new URL("api/schema.graphql", root), "utf8");

describe("GraphQL schema", () => {
  it("is committed as it is served (node scripts/build/api-schema.ts writes it)", () => {
    expect(committed).to.equal(printedSchema());
  });

  it("tells where every node stands on the chain, and what happened to it", () => {
    const nodes = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node"),
    );
    expect(nodes.map(({ name }) => name)).to.include.members([
      ...["Agency", "Officer", "Project", "Line", "Commitment", "Milestone", "Disbursement", "Revision"],
      ...["Obligation", "CarryForward", "Flag", "FiscalYear", "ImportBatch", "ReportedProject"],
    ]);
    for (const type of nodes) {
      expect(isObjectType(type) && Object.keys(type.getFields()), type.name).to.include.members([
        "id",
        "provenance",
        "history",
      ]);
    }
  });

  it("gives every list as a Relay connection that can be counted", () => {
    const connections = Object.values(schema.getTypeMap()).filter(({ name }) => name.endsWith("Connection"));
    expect(connections.length).to.be.greaterThan(15);
    for (const type of connections) {
      expect(isObjectType(type) && Object.keys(type.getFields()), type.name).to.include.members([
        "edges",
        "nodes",
        "pageInfo",
        "totalCount",
      ]);
    }
  });

  it("never carries money as a float", () => {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        expect(String(field.type), `${type.name}.${field.name}`).not.to.match(/Float/);
      }
    }
  });
});
