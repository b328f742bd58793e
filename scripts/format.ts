// `npm run format`: formats every file that the formatter looks after.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const prettier = resolve(ROOT, "node_modules/prettier/bin/prettier.cjs");
const { status } = spawnSync(process.execPath, [prettier, "--write", ".", "--log-level", "warn"], {
  cwd: ROOT,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
