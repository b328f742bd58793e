import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { registers, rooms } from "./registers.ts";
import type { Room } from "./registers.ts";

const ROOT = join(import.meta.dirname, "../..");
const notice =
  "// Generated from scripts/build/registers.ts by `npm run build`; never edited, never committed.\n";

/** The register's file in a room, relative to it; undefined when there is none. */
function fileOf(folder: string, register: string): string | undefined {
  return [`${register}.ts`, `${register}/index.ts`].find((file) => existsSync(join(ROOT, folder, file)));
}

/** Puts together what every register has in a room. */
export function roomModule(
  { loaded, apart = [], objects = [], lists = [], types = [], makers = [] }: Omit<Room, "folder">,
  files: ReadonlyMap<string, string>,
): string {
  const names = [...files.keys()];
  const spread = (member: string, call = "") => names.map((name) => `...${name}.${member}${call}`).join(", ");
  const lines = [...files].map(([name, file]) => `import * as ${name} from "./${file}";`);
  if (loaded) return `${notice}${[...files.values()].map((file) => `import "./${file}";`).join("\n")}\n`;
  lines.push("");
  for (const member of apart)
    lines.push(
      `export const ${member} = { ${names.map((name) => `${name}: ${name}.${member}`).join(", ")} };`,
    );
  for (const member of objects) lines.push(`export const ${member} = { ${spread(member)} };`);
  for (const member of lists) lines.push(`export const ${member} = [${spread(member)}];`);
  for (const member of types)
    lines.push(`export type ${member} = ${names.map((name) => `${name}.${member}`).join(" & ")};`);
  for (const member of makers) lines.push(`export const ${member} = () => ({ ${spread(member, "()")} });`);
  return `${notice}${lines.join("\n")}\n`;
}

/**
 * Writes `registers.generated.ts` in every room.
 *
 * @returns whether anything was written
 * @throws when a register has no file in some room, naming all that are missing
 */
export function buildRooms(): boolean {
  const missing: string[] = [];
  const modules = rooms.map(({ folder, ...room }) => {
    const files = new Map<string, string>();
    for (const register of registers) {
      const file = fileOf(folder, register);
      if (file) files.set(register, file);
      else missing.push(`${folder}/${register}.ts`);
    }
    return { file: join(ROOT, folder, "registers.generated.ts"), content: roomModule(room, files) };
  });
  if (missing.length > 0)
    throw new Error(`a register lacks files that every register has: ${missing.join(", ")}`);
  const stale = modules.filter(
    ({ file, content }) => !existsSync(file) || readFileSync(file, "utf8") !== content,
  );
  for (const { file, content } of stale) {
    writeFileSync(`${file}.${process.pid}`, content);
    renameSync(`${file}.${process.pid}`, file);
  }
  return stale.length > 0;
}
