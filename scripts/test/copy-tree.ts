import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/**
 * What a clone with the present sources would hold, in a new temporary folder, with the packages of this one.
 *
 * @param besides what is copied too although it is not kept in the repository
 */
export function copyTree(besides: readonly string[] = []): string {
  const copy = mkdtempSync(join(tmpdir(), "prongsai-clone-"));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
  });
  for (const file of [...listed.toString("utf8").split("\0").filter(Boolean), ...besides]) {
    if (existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(copy, file), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  return copy;
}
