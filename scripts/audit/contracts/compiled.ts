import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sources } from "../../deploy/plan.ts";
import type { ContractName } from "../../deploy/plan.ts";

const ARTIFACTS = resolve(import.meta.dirname, "../../../artifacts");

/** A value that the constructor wrote into the code: where it stands, and the variable that it is. */
export interface Immutable {
  /** The variable's name in the source without the leading underscore, e.g. `registry`. */
  readonly name: string;
  readonly places: readonly { readonly start: number; readonly length: number }[];
}

/** What this repository compiles for a contract, with zeros where the constructor writes immutables. */
export interface CompiledCode {
  readonly code: Uint8Array;
  readonly immutables: readonly Immutable[];
}

interface Artifact {
  deployedBytecode: string;
  immutableReferences?: Record<string, { start: number; length: number }[]>;
  buildInfoId: string;
}

type Node = { id?: number; name?: string; nodeType?: string } & Record<string, unknown>;

/** Names of the variables of a build, by their number in its syntax trees. */
async function variableNames(build: string): Promise<ReadonlyMap<number, string>> {
  const file = `${ARTIFACTS}/build-info/${build}.output.json`;
  const { output } = JSON.parse(await readFile(file, "utf8")) as {
    output: { sources: Record<string, { ast: Node }> };
  };
  const names = new Map<number, string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { id, name, nodeType } = value as Node;
    if (nodeType === "VariableDeclaration" && id !== undefined && name) names.set(id, name);
    for (const inner of Object.values(value)) visit(inner);
  };
  for (const { ast } of Object.values(output.sources)) visit(ast);
  return names;
}

/** Reads what `npm run build` compiled. The build must be up to date. */
export class CompiledContracts {
  readonly #builds = new Map<string, Promise<ReadonlyMap<number, string>>>();

  async of(name: ContractName): Promise<CompiledCode> {
    const artifact = JSON.parse(
      await readFile(`${ARTIFACTS}/${sources[name]}/${name}.json`, "utf8"),
    ) as Artifact;
    const references = Object.entries(artifact.immutableReferences ?? {});
    const names = references.length > 0 ? await this.#names(artifact.buildInfoId) : new Map<number, string>();
    return {
      code: Buffer.from(artifact.deployedBytecode.slice(2), "hex"),
      immutables: references.map(([id, places]) => ({
        name: (names.get(Number(id)) ?? `immutable ${id}`).replace(/^_/, ""),
        places,
      })),
    };
  }

  #names(build: string): Promise<ReadonlyMap<number, string>> {
    const names = this.#builds.get(build) ?? variableNames(build);
    this.#builds.set(build, names);
    return names;
  }
}
