// `npm run check`: the formatter, the linter and the type checker.
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildContracts } from "./build/contracts.ts";
import { buildDecoders } from "./build/decoders.ts";
import { buildRooms } from "./build/rooms.ts";
import type { Counts } from "./test/counts.ts";

const ROOT = resolve(import.meta.dirname, "..");

const CHECKS = {
  prettier: ["prettier/bin/prettier.cjs", "--check", ".", "--log-level", "warn"],
  eslint: ["eslint/bin/eslint.js", ".", "--max-warnings", "0"],
  tsc: ["typescript-native/bin/tsc", "--noEmit", "-p", "."],
};

/** Runs the three checks one after the other (each uses every core that it gets); each counts as one test. */
export async function runChecks(): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  // Linter and type checker read what is generated.
  buildRooms();
  await buildContracts();
  await buildDecoders();
  for (const [name, [script, ...args]] of Object.entries(CHECKS)) {
    const started = performance.now();
    const ok = await run([join(ROOT, "node_modules", script!), ...args]);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${ok ? "✔" : "✘"} ${name} (${seconds} s)`);
    if (ok) counts.passed++;
    else counts.failed++;
  }
  return counts;
}

async function run(args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
  return await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const { failed } = await runChecks();
  if (failed > 0) process.exitCode = 1;
}
