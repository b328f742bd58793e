/** solc's syntax tree, as far as mutation and coverage read it. */

export interface SyntaxNode {
  nodeType: string;
  /** `start:length:file` in bytes of UTF-8 */
  src: string;
  [key: string]: unknown;
}

export interface Span {
  /** byte offsets into the UTF-8 text, end exclusive */
  start: number;
  end: number;
}

export function spanOf(node: SyntaxNode): Span {
  const [start, length] = node.src.split(":").map(Number) as [number, number];
  return { start, end: start + length };
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && typeof (value as SyntaxNode).nodeType === "string";
}

/** A node's child under `key`; undefined when there is none. */
export function child(node: SyntaxNode, key: string): SyntaxNode | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

export function children(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

/** Visits `node` and everything below it, parents first. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parents: SyntaxNode[]) => void,
  parents: SyntaxNode[] = [],
): void {
  visit(node, parents);
  for (const below of children(node)) walk(below, visit, [...parents, node]);
}

/** Bytes of a text, sliced and replaced by the offsets that solc gives. */
export class SourceText {
  #bytes: Buffer;

  constructor(text: string) {
    this.#bytes = Buffer.from(text, "utf8");
  }

  slice({ start, end }: Span): string {
    return this.#bytes.subarray(start, end).toString("utf8");
  }

  /** The whole text with `span` replaced. */
  replace({ start, end }: Span, by: string): string {
    return Buffer.concat([
      this.#bytes.subarray(0, start),
      Buffer.from(by),
      this.#bytes.subarray(end),
    ]).toString("utf8");
  }

  /** Line number of an offset, from 1. */
  lineOf(offset: number): number {
    let line = 1;
    for (let i = 0; i < offset; i++) if (this.#bytes[i] === 10) line++;
    return line;
  }
}
