import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { waitForLock } from "./wait-for-lock.ts";
import { writeGenerated } from "./write-generated.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const generated = join(root, "sdk/generated");
const stamp = join(generated, "stamp");

/** Everything that the generated files follow from. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const inputs = globSync("{contracts/**/*.sol,scripts/build/*.ts,hardhat.config.ts,package-lock.json}", {
    cwd: root,
  });
  for (const file of inputs.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Compiles the contracts and writes what the SDK reads to sdk/generated: ABIs as constants, bytecode, TypeChain's
 * types. Does nothing when neither sources nor tools have changed since the last time.
 *
 * @returns whether anything was compiled
 * @throws when the compiler refuses the sources; its messages go to the terminal
 */
export async function buildContracts(): Promise<boolean> {
  if (read(stamp) === fingerprint()) return false;
  const lock = await waitForLock(join(root, "cache/build-contracts.lock"));
  try {
    const wanted = fingerprint();
    if (read(stamp) === wanted) return false;
    const { default: hardhat } = await import("hardhat");
    await hardhat.tasks.getTask("build").run({ quiet: true });
    const contracts = await Promise.all(
      [...(await hardhat.artifacts.getAllFullyQualifiedNames())].sort().map(async (name) => {
        const { contractName, abi, bytecode } = await hardhat.artifacts.readArtifact(name);
        return { name: contractName, abi: abi as readonly unknown[], bytecode: String(bytecode) };
      }),
    );
    writeGenerated(
      generated,
      contracts.filter(({ abi }) => abi.length > 0),
      wanted,
    );
    return true;
  } finally {
    lock.release();
  }
}
