/**
 * Hardhat's coverage knows statements and lines but no branches, so branches are counted here: every operand of a
 * decision (if, ternary, loop, && and ||) is wrapped in a call that tells Hardhat's chain which way it went.
 */
import { child, SourceText, spanOf, walk, type SyntaxNode } from "../solidity/syntax-tree.ts";

export interface Branch {
  /** even: the operand was false; odd: it was true */
  tag: number;
  file: string;
  line: number;
  operand: string;
  outcome: boolean;
}

export const probePath = "contracts/instrumentation/Probe.sol";

/** Hardhat's chain collects what is sent to this address (`coverage.sol` of its EDR). */
export const probeSource = `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

library Probe {
    function _send(uint256 tag) private view {
        assembly ("memory-safe") {
            mstore(0x00, tag)
            pop(staticcall(gas(), 0xc0bEc0BEc0BeC0bEC0beC0bEC0bEC0beC0beC0BE, 0x00, 32, 0, 0))
        }
    }

    function _pure(function(uint256) internal view given) private pure returns (function(uint256) internal pure taken) {
        assembly ("memory-safe") {
            taken := given
        }
    }

    function test(uint256 tag, bool value) internal pure returns (bool) {
        _pure(_send)(value ? tag + 1 : tag);
        return value;
    }
}
`;

/** The instrumented text of a file, and its branches; tags count on from `firstTag`. */
export function instrument(file: string, tree: SyntaxNode, source: string, firstTag: number) {
  const text = new SourceText(source);
  const branches: Branch[] = [];
  const insertions: { at: number; text: string }[] = [];
  for (const operand of operandsOf(tree)) {
    const span = spanOf(operand);
    const tag = firstTag + branches.length;
    const common = { file, line: text.lineOf(span.start), operand: text.slice(span) };
    branches.push({ ...common, tag, outcome: false }, { ...common, tag: tag + 1, outcome: true });
    insertions.push({ at: span.start, text: `Probe.test(${tag}, ` }, { at: span.end, text: ")" });
  }
  const imported = source.replace(
    /^pragma [^;]+;$/m,
    (pragma) => `${pragma}\nimport {Probe} from "${probePath}";`,
  );
  const shift = Buffer.byteLength(imported) - Buffer.byteLength(source);
  let result = imported;
  for (const { at, text: inserted } of insertions.sort((a, b) => b.at - a.at)) {
    const position = { start: at + shift, end: at + shift };
    result = new SourceText(result).replace(position, inserted);
  }
  return { text: result, branches };
}

/** Operands that decide: nothing inside them is && or ||, so each has exactly two ways. */
function operandsOf(tree: SyntaxNode): SyntaxNode[] {
  const decisions = new Set<SyntaxNode>();
  walk(tree, (node) => {
    if (
      ["IfStatement", "Conditional", "ForStatement", "WhileStatement", "DoWhileStatement"].includes(
        node.nodeType,
      )
    ) {
      const condition = child(node, "condition");
      if (condition) for (const operand of split(condition)) decisions.add(operand);
    }
    if (isJunction(node)) for (const operand of split(node)) decisions.add(operand);
  });
  return [...decisions];
}

function split(node: SyntaxNode): SyntaxNode[] {
  if (isJunction(node))
    return [...split(child(node, "leftExpression")!), ...split(child(node, "rightExpression")!)];
  if (node.nodeType === "UnaryOperation" && node.operator === "!")
    return split(child(node, "subExpression")!);
  const parts = node.nodeType === "TupleExpression" ? (node.components as SyntaxNode[]) : [];
  return parts.length === 1 ? split(parts[0]!) : [node];
}

function isJunction({ nodeType, operator }: SyntaxNode): boolean {
  return nodeType === "BinaryOperation" && (operator === "&&" || operator === "||");
}
