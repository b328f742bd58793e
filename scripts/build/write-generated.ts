import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export type CompiledContract = {
  readonly name: string;
  readonly abi: readonly unknown[];
  readonly bytecode: string;
};

const notice = "// Generated from the contracts by `npm run build`; never edited, never committed.\n";

/** `IAgencyRegistry` → `iAgencyRegistry`, `ECDSA` → `ecdsa`. */
function identifier(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (start) => start.toLowerCase());
}

function abiFile({ name, abi }: CompiledContract): string {
  return `${notice}export const ${identifier(name)}Abi = ${JSON.stringify(abi, null, 2)} as const;\n`;
}

function abiIndex(contracts: readonly CompiledContract[]): string {
  const imports = contracts.map(({ name }) => `import { ${identifier(name)}Abi } from "./${name}.ts";\n`);
  const members = contracts.map(({ name }) => `  ${name}: ${identifier(name)}Abi,\n`);
  const names = contracts.map(({ name }) => `${identifier(name)}Abi`).join(", ");
  return `${notice}${imports.join("")}\nexport { ${names} };\n\nexport const abis = {\n${members.join("")}} as const;\n`;
}

function typeIndex(contracts: readonly CompiledContract[]): string {
  const members = contracts.map(({ name }) => `  ${name}: types.${name};\n`);
  return `${notice}import type * as types from "./types/index.js";\n\nexport interface TypedContracts {\n${members.join("")}}\n`;
}

/** Readers see the old file or the new one, never half of one; unchanged files keep their time. */
function write(file: string, content: string): void {
  try {
    if (readFileSync(file, "utf8") === content) return;
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  const partial = `${file}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, file);
}

function removeOthers(folder: string, keep: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) if (!keep.has(name)) rmSync(join(folder, name));
}

/** Writes ABIs, bytecode of what can be deployed, the map of types, and last of all the stamp. */
export function writeGenerated(folder: string, contracts: readonly CompiledContract[], stamp: string): void {
  const deployable = contracts.filter(
    ({ bytecode, abi }) =>
      bytecode !== "0x" && abi.some((item) => (item as { type: string }).type === "function"),
  );
  for (const contract of contracts) write(join(folder, `abi/${contract.name}.ts`), abiFile(contract));
  write(join(folder, "abi/index.ts"), abiIndex(contracts));
  for (const { name, bytecode } of deployable) {
    write(
      join(folder, `bytecode/${name}.ts`),
      `${notice}export const ${identifier(name)}Bytecode = "${bytecode}";\n`,
    );
  }
  write(join(folder, "typed-contracts.ts"), typeIndex(contracts));
  removeOthers(join(folder, "abi"), new Set(["index.ts", ...contracts.map(({ name }) => `${name}.ts`)]));
  removeOthers(join(folder, "bytecode"), new Set(deployable.map(({ name }) => `${name}.ts`)));
  write(join(folder, "stamp"), stamp);
}
