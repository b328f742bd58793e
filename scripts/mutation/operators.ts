/** Small errors that a careless hand could make, found in the syntax tree. */
import type { SourceText } from "../solidity/syntax-tree.ts";
import { child, isNode, spanOf, walk, type Span, type SyntaxNode } from "../solidity/syntax-tree.ts";

export interface Edit {
  /** name of the operator */
  operator: string;
  span: Span;
  replacement: string;
}

const swaps: Record<string, string[]> = {
  "<": ["<=", ">"],
  "<=": ["<", ">="],
  ">": [">=", "<"],
  ">=": [">", "<="],
  "==": ["!="],
  "!=": ["=="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "&": ["|"],
  "|": ["&"],
  "<<": [">>"],
  ">>": ["<<"],
  "+=": ["-="],
  "-=": ["+="],
  "|=": ["="],
  "++": ["--"],
  "--": ["++"],
};

const removable = new Set([
  "ExpressionStatement",
  "EmitStatement",
  "RevertStatement",
  "Return",
  "Continue",
  "Break",
]);

/** Every edit of a file, in the order of the text; `library` gives the constants of a library by its name. */
export function editsOf(tree: SyntaxNode, text: SourceText, library: Map<string, string[]>): Edit[] {
  const edits: Edit[] = [];
  const add = (operator: string, span: Span, replacements: string[]) => {
    for (const replacement of replacements) edits.push({ operator, span, replacement });
  };
  walk(tree, (node, parents) => {
    const span = spanOf(node);
    switch (node.nodeType) {
      case "BinaryOperation":
      case "Assignment":
        add(kindOf(node), operatorSpan(node, text), swaps[node.operator as string] ?? []);
        break;
      case "UnaryOperation":
        if (node.operator === "!") add("negation", span, [text.slice(spanOf(child(node, "subExpression")!))]);
        else if (String(node.operator) in swaps) {
          const whole = text.slice(span);
          add(
            "arithmetic",
            span,
            swaps[node.operator as string]!.map((by) => whole.replace(node.operator as string, by)),
          );
        }
        break;
      case "IfStatement":
        add("condition", spanOf(child(node, "condition")!), conditionEdits(node));
        break;
      case "Conditional": {
        const yes = text.slice(spanOf(child(node, "trueExpression")!));
        const no = text.slice(spanOf(child(node, "falseExpression")!));
        const condition = text.slice(spanOf(child(node, "condition")!));
        add("condition", span, [`${condition} ? ${no} : ${yes}`]);
        break;
      }
      case "ModifierInvocation":
        if (isModifier(node, parents)) add("modifier removed", span, [""]);
        break;
      case "Literal":
        add("constant", span, literalEdits(node, text.slice(span)));
        break;
      case "MemberAccess":
        add("constant", span, memberEdits(node, text.slice(span), library));
        break;
      default:
        if (removable.has(node.nodeType)) add("statement removed", withSemicolon(span, text), ["{}"]);
    }
  });
  return edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function kindOf({ operator }: SyntaxNode): string {
  if (["<", "<=", ">", ">=", "==", "!="].includes(operator as string)) return "relation";
  return ["&&", "||"].includes(operator as string) ? "logic" : "arithmetic";
}

/** Where the operator's sign stands: between both sides. */
function operatorSpan(node: SyntaxNode, text: SourceText): Span {
  const left = child(node, "leftExpression") ?? child(node, "leftHandSide")!;
  const right = child(node, "rightExpression") ?? child(node, "rightHandSide")!;
  const from = spanOf(left).end;
  const gap = text.slice({ start: from, end: spanOf(right).start });
  // Parentheses around either side belong to the gap; the sign itself never contains one.
  const start = from + gap.indexOf(node.operator as string);
  return { start, end: start + (node.operator as string).length };
}

/** `false` is left out where the body only reverts: removing that statement is the same error. */
function conditionEdits(node: SyntaxNode): string[] {
  const body = child(node, "trueBody")!;
  const statements = body.nodeType === "Block" ? (body.statements as SyntaxNode[]) : [body];
  const only = statements.length === 1 && removable.has(statements[0]!.nodeType) && !child(node, "falseBody");
  return only ? ["true"] : ["true", "false"];
}

/** Base constructor calls look like modifiers; removing them does not compile or is another contract. */
function isModifier(node: SyntaxNode, parents: SyntaxNode[]): boolean {
  return node.kind === "modifierInvocation" && parents.at(-1)?.kind !== "constructor";
}

function literalEdits(node: SyntaxNode, text: string): string[] {
  if (node.kind === "bool") return [text === "true" ? "false" : "true"];
  if (node.kind !== "number") return [];
  const digits = /^(0x[0-9a-fA-F]+|[0-9_]+)(\s+\w+)?$/.exec(text);
  if (!digits) return [];
  const value = BigInt(digits[1]!.replaceAll("_", ""));
  const unit = digits[2] ?? "";
  return [value + 1n, value - 1n].filter((other) => other >= 0n).map((other) => `${other}${unit}`);
}

/** Another member of the same enum or library, the next one round. */
function memberEdits(node: SyntaxNode, text: string, library: Map<string, string[]>): string[] {
  const owner = child(node, "expression");
  const typeName = (value: unknown) =>
    isNode(value) ? undefined : (value as { typeString?: string } | undefined)?.typeString;
  const type = owner && typeName(owner.typeDescriptions);
  const name = /^type\((?:enum|library) (?:\w+\.)?(\w+)\)$/.exec(type ?? "")?.[1];
  const members = name ? library.get(name) : undefined;
  const index = members?.indexOf(node.memberName as string) ?? -1;
  if (!members || index < 0 || members.length < 2) return [];
  const next = members[(index + 1) % members.length]!;
  return [text.replace(/\w+$/, next)];
}

function withSemicolon({ start, end }: Span, text: SourceText): Span {
  return text.slice({ start: end, end: end + 1 }) === ";" ? { start, end: end + 1 } : { start, end };
}
