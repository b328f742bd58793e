/** Our own Solidity: its files, and which deployed contracts each of them ends up in. */
import { glob } from "node:fs/promises";
import { contractNames, sources, type ContractName } from "../deploy/plan.ts";
import { root, sourcesOf } from "./compiler.ts";

/** Paths of all our sources, sorted. */
export async function ownSources(): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of glob("contracts/**/*.sol", { cwd: root })) paths.push(path);
  return paths.sort();
}

/** Own source → contracts of the plan whose code it can change. */
export async function contractsAffectedBy(): Promise<Map<string, ContractName[]>> {
  const affected = new Map<string, ContractName[]>();
  for (const name of contractNames) {
    for (const path of Object.keys(await sourcesOf([sources[name]]))) {
      affected.set(path, [...(affected.get(path) ?? []), name]);
    }
  }
  return affected;
}
