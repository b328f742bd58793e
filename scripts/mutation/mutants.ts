/** All mutants of our Solidity, each with an identity that outlives unrelated edits. */
import { createHash } from "node:crypto";
import { parse, sourcesOf, type Sources } from "../solidity/compiler.ts";
import { contractsAffectedBy } from "../solidity/contracts.ts";
import { SourceText, spanOf, walk, type Span, type SyntaxNode } from "../solidity/syntax-tree.ts";
import type { ContractName } from "../deploy/plan.ts";
import { editsOf } from "./operators.ts";

export interface Mutant {
  /** twelve hex digits over file, place in its function, and edit */
  id: string;
  file: string;
  line: number;
  /** `Contract.function`, or the contract alone */
  where: string;
  operator: string;
  before: string;
  after: string;
  span: Span;
  /** contracts to compile again */
  contracts: ContractName[];
}

/** Mutants of `files`, in the order of files and text. */
export async function mutantsOf(files: string[]): Promise<{ sources: Sources; mutants: Mutant[] }> {
  const affected = await contractsAffectedBy();
  const inUse = files.filter((file) => affected.has(file));
  const sources = await sourcesOf(inUse);
  const own = Object.keys(sources).filter((path) => path.startsWith("contracts/"));
  const trees = parse(sources, own);
  const members = membersOf(Object.values(trees));
  const mutants = inUse.flatMap((file) => {
    const text = new SourceText(sources[file]!);
    const places = placesOf(trees[file]!);
    const seen = new Map<string, number>();
    return editsOf(trees[file]!, text, members).map(({ operator, span, replacement }): Mutant => {
      const where =
        places.findLast(({ span: { start, end } }) => start <= span.start && span.end <= end)?.name ?? file;
      const before = text.slice(span);
      const key = [file, where, operator, before, replacement].join("\n");
      const occurrence = seen.get(key) ?? 0;
      seen.set(key, occurrence + 1);
      const id = createHash("sha256").update(`${key}\n${occurrence}`).digest("hex").slice(0, 12);
      const line = text.lineOf(span.start);
      return {
        id,
        file,
        line,
        where,
        operator,
        before,
        after: replacement,
        span,
        contracts: affected.get(file)!,
      };
    });
  });
  return { sources, mutants };
}

/** Source text with the mutant in it. */
export function mutate(sources: Sources, { file, span, after }: Mutant): Sources {
  return { ...sources, [file]: new SourceText(sources[file]!).replace(span, after) };
}

/** Members of enums and constants of libraries by name. */
function membersOf(trees: SyntaxNode[]): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const tree of trees) {
    walk(tree, (node) => {
      if (node.nodeType === "EnumDefinition") {
        members.set(
          node.name as string,
          (node.members as SyntaxNode[]).map(({ name }) => name as string),
        );
      }
      if (node.nodeType === "ContractDefinition" && node.contractKind === "library") {
        const constants = (node.nodes as SyntaxNode[]).filter(
          (below) => below.nodeType === "VariableDeclaration" && below.constant === true,
        );
        members.set(
          node.name as string,
          constants.map(({ name }) => name as string),
        );
      }
    });
  }
  return members;
}

/** Contracts and functions with their extent, outer ones first. */
function placesOf(tree: SyntaxNode): { name: string; span: Span }[] {
  const places: { name: string; span: Span }[] = [];
  walk(tree, (node, parents) => {
    if (node.nodeType === "ContractDefinition")
      places.push({ name: node.name as string, span: spanOf(node) });
    if (node.nodeType === "FunctionDefinition") {
      const owner = parents.findLast(({ nodeType }) => nodeType === "ContractDefinition")?.name as
        string | undefined;
      const name = (node.name as string) || (node.kind as string);
      places.push({ name: owner ? `${owner}.${name}` : name, span: spanOf(node) });
    }
  });
  return places;
}
