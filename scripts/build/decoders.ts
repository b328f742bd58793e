import { Interface } from "ethers";
import type { InterfaceAbi } from "ethers";
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { registerBases } from "../../sdk/register-bases.ts";
import { contractModule } from "./decoders/source.ts";
import type { Event } from "./decoders/types.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = join(root, "indexer/decode/generated");
const notice = "// Generated from the contracts' ABIs by `npm run build`; never edited, never committed.\n";

type Abis = Readonly<Record<string, readonly unknown[]>>;

async function loadAbis(): Promise<Abis> {
  const { abis } = (await import("../../sdk/generated/abi/index.ts")) as { abis: Abis };
  return abis;
}

/** Contracts whose events the mirror reads: those that keep a journal, and have an interface of their name. */
export function registerContracts(abis: Abis): readonly string[] {
  const keepsJournal = (name: string) =>
    (abis[name] as readonly { name?: string }[]).some((item) => item.name === "journal");
  const isBase = (name: string) => (registerBases as readonly string[]).includes(name);
  return Object.keys(abis).filter((name) => !isBase(name) && `I${name}` in abis && keepsJournal(name));
}

/** The interface's events: what a base of the implementation emits besides is no fact of the register. */
export function eventsOf(abis: Abis, contract: string): readonly Event[] {
  const abi = abis[`I${contract}`];
  if (!abi) throw new Error(`decoders: there is no ABI of I${contract}`);
  return (abi as Event[]).filter(({ type }) => type === "event");
}

/** Topics that an implementation emits besides its interface's events (set-up of a library's base contract). */
function outsideTopics(abis: Abis): string[] {
  const topics = (name: string) => {
    const found = new Set<string>();
    new Interface(abis[name] as InterfaceAbi).forEachEvent(({ topicHash }) => found.add(topicHash));
    return found;
  };
  const all = registerContracts(abis).flatMap((name) => {
    const own = topics(`I${name}`);
    return [...topics(name)].filter((topic) => !own.has(topic));
  });
  return [...new Set(all)].sort();
}

function fingerprint(): string {
  const hash = createHash("sha256").update(readFileSync(join(root, "sdk/generated/stamp")));
  for (const file of globSync("scripts/build/decoders{.ts,/*.ts}", { cwd: root }).sort()) {
    hash.update(readFileSync(join(root, file)));
  }
  return `// ${hash.digest("hex")}\n`;
}

function current(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function write(name: string, content: string): void {
  const file = join(folder, name);
  if (current(file) === content) return;
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * Writes static decoders of every event to indexer/decode/generated, from the ABIs that `buildContracts` wrote.
 *
 * @returns whether anything was written
 */
export async function buildDecoders(): Promise<boolean> {
  const stamp = fingerprint();
  if (current(join(folder, "index.ts")).endsWith(stamp)) return false;
  mkdirSync(folder, { recursive: true });
  const abis = await loadAbis();
  const contracts = registerContracts(abis);
  for (const contract of contracts)
    write(`${contract}.ts`, contractModule(contract, eventsOf(abis, contract), notice));
  const keep = new Set(["index.ts", ...contracts.map((name) => `${name}.ts`)]);
  for (const file of globSync("*.ts", { cwd: folder })) if (!keep.has(file)) rmSync(join(folder, file));

  const imports = contracts.map((name) => `import { ${name} } from "./${name}.ts";\n`).join("");
  const types = contracts.map((name) => `import type { ${name}Events } from "./${name}.ts";\n`).join("");
  const members = contracts.map((name) => `  ${name}: ${name}Events;\n`).join("");
  write(
    "index.ts",
    `${notice}${imports}${types}\nexport const decoders = { ${contracts.join(", ")} } as const;\n\nexport interface EventsByContract {\n${members}}\n\n/** Topics of events that are no facts of a register. */\nexport const outsideTopics: readonly string[] = ${JSON.stringify(outsideTopics(abis), null, 2)};\n${stamp}`,
  );
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log((await buildDecoders()) ? "decoders written" : "decoders are up to date");
}
