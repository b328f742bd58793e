import { expect } from "chai";
import { getNamedType, isLeafType, isObjectType } from "graphql";
import type { GraphQLObjectType } from "graphql";
import { schema } from "../../../api/graphql/schema.ts";
import { data } from "../support/asking.ts";

type Node = Record<string, unknown>;

/** Every field of a type with the values under it, as a query asks for it. */
function fieldsOf(type: string): string[] {
  return Object.values((schema.getType(type) as GraphQLObjectType).getFields()).map((field) => {
    const of = getNamedType(field.type);
    if (!isObjectType(of)) return field.name;
    if (of.name.endsWith("Connection")) return `${field.name} { totalCount }`;
    const values = Object.values(of.getFields()).filter((one) => isLeafType(getNamedType(one.type)));
    return `${field.name} { ${values.map(({ name }) => name).join(" ")} }`;
  });
}

describe("a field that is asked for alone", function () {
  this.timeout(120_000);

  for (const [type, one, list, keyed] of [
    ["Project", "project", "projects", "code"],
    ["ReportedProject", "reportedProject", "reportedProjects", "reportedId"],
  ] as const) {
    const fields = fieldsOf(type);
    let all: Node[];
    before(async () => {
      const found = await data<{ list: { nodes: Node[] } }>(
        `{ list: ${list}(first: 10) { nodes { ${fields.join(" ")} } } }`,
      );
      all = found.list.nodes;
      expect(all).to.have.length.above(8);
    });

    for (const field of fields) {
      const name = /^\w+/.exec(field)![0];

      it(`${type}.${name} is what it is among all others`, async () => {
        const expected = all.map((node) => node[name]);
        const listed = await data<
          Record<"nodes" | "edges" | "spread", { nodes: Node[]; edges: { node: Node }[] }>
        >(
          `fragment Spread on ${type} { ... on Node { ... on ${type} { ${field} } } }
          { nodes: ${list}(first: 10) { nodes { ${field} } } edges: ${list}(first: 10) { edges { node { ${field} } } }
            spread: ${list}(first: 10) { nodes { ...Spread } } }`,
        );
        expect(listed.nodes.nodes.map((node) => node[name])).to.deep.equal(expected);
        expect(listed.edges.edges.map(({ node }) => node[name])).to.deep.equal(expected);
        expect(listed.spread.nodes.map((node) => node[name])).to.deep.equal(expected);
        const argument = one === "project" ? "code" : "id";
        const found = await data<Record<string, Node>>(
          `{ ${all.map((node, i) => `_${i}: ${one}(${argument}: "${String(node[keyed])}") { ${field} }`).join(" ")} }`,
        );
        expect(all.map((_, i) => found[`_${i}`]![name])).to.deep.equal(expected);
      });
    }
  }

  it("is found where a field is asked for twice, with different things under it", async () => {
    const { list } = await data<{ list: { nodes: Node[] } }>(
      `query ($no: Boolean = false) { list: projects(first: 3) { nodes { code } }
        list: projects(first: 3) { nodes { totals { paid } draftedAt @skip(if: $no) } } }`,
    );
    for (const node of list.nodes) expect(node).to.have.all.keys("code", "totals", "draftedAt");
    expect(list.nodes[0]!.totals).to.have.property("paid").that.is.a("string");
  });
});
