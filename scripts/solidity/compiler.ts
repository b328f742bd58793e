/** The pinned solc in this process: sources by import, syntax trees, and code with settings of one's own choice. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { InterfaceAbi } from "ethers";
import type { SyntaxNode } from "./syntax-tree.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Source texts by path as solc sees it. */
export type Sources = Record<string, string>;

/**
 * Fast settings for measured and mutated code: no optimiser. The tests must pass with them unchanged, which the
 * runners check first.
 */
const plainSettings = { evmVersion: "prague", viaIR: false, optimizer: { enabled: false } };

/** For contracts whose functions hold more than the stack reaches without the optimiser. */
const roomySettings = { evmVersion: "prague", viaIR: false, optimizer: { enabled: true, runs: 1 } };

export interface Compiled {
  abi: InterfaceAbi;
  bytecode: string;
}

interface Solc {
  compile(input: string): string;
}

interface Output {
  errors?: { severity: string; formattedMessage: string }[];
  sources: Record<string, { ast: SyntaxNode }>;
  contracts?: Record<string, Record<string, { abi: InterfaceAbi; evm: { bytecode: { object: string } } }>>;
}

let solc: Solc | undefined;

/** The compiler refused the sources. */
export class CompilationError extends Error {
  override readonly name = "CompilationError";
}

/** Every source that `entries` import, however far, read from the disk; `replaced` texts take precedence. */
export async function sourcesOf(entries: string[], replaced: Sources = {}): Promise<Sources> {
  const found: Sources = {};
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (path in found) continue;
    const text =
      replaced[path] ??
      (await readFile(path.startsWith("@") ? `${root}/node_modules/${path}` : `${root}/${path}`, "utf8"));
    found[path] = text;
    for (const target of importsOf(path, text)) open.push(target);
  }
  return found;
}

/** Paths that a source imports. */
export function importsOf(path: string, text: string): string[] {
  const statements = text.matchAll(/^import\s+(?:[^"';]*\sfrom\s+)?["']([^"']+)["']/gm);
  return [...statements].map(([, target]) =>
    target!.startsWith(".") ? posix.join(posix.dirname(path), target!) : target!,
  );
}

/** Syntax trees of `paths`, typed by solc. */
export function parse(sources: Sources, paths: string[]): Record<string, SyntaxNode> {
  const output = run(
    sources,
    Object.fromEntries(paths.map((path) => [path, { "": ["ast"] }])),
    plainSettings,
  );
  return Object.fromEntries(paths.map((path) => [path, output.sources[path]!.ast]));
}

/** Contracts that were found to need the roomy settings. */
const roomy = new Set<string>();

/** ABI and creation code of one contract, compiled quickly rather than well. @throws CompilationError */
export function compile(sources: Sources, path: string, name: string): Compiled {
  if (roomy.has(name)) return compileWith(roomySettings, sources, path, name);
  try {
    return compileWith(plainSettings, sources, path, name);
  } catch (error) {
    if (!(error instanceof CompilationError) || !error.message.includes("Stack too deep")) throw error;
    const compiled = compileWith(roomySettings, sources, path, name);
    roomy.add(name);
    return compiled;
  }
}

function compileWith(settings: object, sources: Sources, path: string, name: string): Compiled {
  const output = run(sources, { [path]: { [name]: ["abi", "evm.bytecode.object"] } }, settings);
  const { abi, evm } = output.contracts![path]![name]!;
  return { abi, bytecode: `0x${evm.bytecode.object}` };
}

function run(sources: Sources, outputSelection: object, settings: object): Output {
  solc ??= createRequire(import.meta.url)("solc") as Solc;
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(Object.entries(sources).map(([path, content]) => [path, { content }])),
    settings: { ...settings, outputSelection },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as Output;
  const failed = output.errors?.filter(({ severity }) => severity === "error") ?? [];
  if (failed.length > 0) throw new CompilationError(failed.map((error) => error.formattedMessage).join("\n"));
  return output;
}
