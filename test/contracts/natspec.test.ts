import { expect } from "chai";
import { sources as paths } from "../../scripts/deploy/plan.ts";
import { parse, sourcesOf } from "../../scripts/solidity/compiler.ts";
import { walk, type SyntaxNode } from "../../scripts/solidity/syntax-tree.ts";

const documented = new Set([
  "ContractDefinition",
  "EnumDefinition",
  "ErrorDefinition",
  "EventDefinition",
  "FunctionDefinition",
  "StructDefinition",
]);

/** What a reader of the ABI meets; an implementation says `@inheritdoc`. */
const isVisible = ({ nodeType, visibility }: SyntaxNode) =>
  documented.has(nodeType) &&
  (nodeType !== "FunctionDefinition" || visibility === "external" || visibility === "public");

describe("NatSpec", () => {
  it("explains every contract, function, event, error, struct and enum", async () => {
    const all = await sourcesOf(Object.values(paths));
    const own = Object.keys(all).filter((path) => path.startsWith("contracts/"));
    const silent: string[] = [];
    let found = 0;
    for (const [path, tree] of Object.entries(parse(all, own))) {
      walk(tree, (node) => {
        if (!isVisible(node)) return;
        found++;
        if (!node.documentation) silent.push(`${path}: ${String(node.name || node.kind)}`);
      });
    }
    expect(silent).to.deep.equal([]);
    expect(found).to.be.greaterThan(400);
  });
});
