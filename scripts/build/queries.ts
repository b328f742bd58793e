import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { typedQueries } from "./queries/write.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Writes the web's typed queries anew and returns the files that changed. */
export async function buildQueries(): Promise<string[]> {
  const changed = (await typedQueries()).filter(({ file, content }) => read(join(root, file)) !== content);
  for (const { file, content } of changed) writeFileSync(join(root, file), content);
  return changed.map(({ file }) => file);
}

if (import.meta.main) console.log((await buildQueries()).join("\n") || "the typed queries are up to date");
