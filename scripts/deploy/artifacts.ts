/** Compiled contracts as Hardhat writes them: ABI and creation code by contract name. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { InterfaceAbi } from "ethers";
import { sources, type ContractName } from "./plan.ts";

export interface Artifact {
  abi: InterfaceAbi;
  /** creation code, 0x-prefixed hex */
  bytecode: string;
}

/** Finds the compiled contract of a name. */
export type ArtifactSource = (name: ContractName) => Promise<Artifact>;

const defaultFolder = fileURLToPath(new URL("../../artifacts", import.meta.url));

/** Reads artifacts from a folder laid out as Hardhat's `artifacts/`. */
export function artifactsFrom(folder: string = defaultFolder): ArtifactSource {
  return async (name) =>
    JSON.parse(await readFile(`${folder}/${sources[name]}/${name}.json`, "utf8")) as Artifact;
}
