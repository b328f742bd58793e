import { spawn } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Counts } from "./counts.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const MOCHA = join(ROOT, "node_modules/mocha/bin/mocha.js");
const REPORTER = join(import.meta.dirname, "reporter.ts");
/** This process's own output, or the descriptor of an open file. */
export type Output = "inherit" | number;

/** What a run may take to close its connections and processes after its last test. */
const GRACE = 30_000;

/**
 * Runs every `*.test.ts` below a folder of test/ in a mocha process of its own, its output passed through.
 * A crash, a file that cannot be loaded, a folder without tests and a run that does not end are failures.
 *
 * @param output where mocha writes: this process's own output, or an open file
 */
export async function runMocha(
  folder: string,
  options: string[],
  env: NodeJS.ProcessEnv,
  output: Output = "inherit",
): Promise<Counts> {
  const files = globSync(`test/${folder}/**/*.test.ts`, { cwd: ROOT }).sort();
  if (files.length === 0) {
    console.error(`test/${folder} holds no test files`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const scratch = mkdtempSync(join(tmpdir(), "prongsai-result-"));
  const result = join(scratch, "counts.json");
  try {
    const args = [MOCHA, "--reporter", REPORTER, "--timeout", "60000", "--forbid-only", ...options, ...files];
    const code = await run(args, { ...process.env, ...env, TEST_RESULT: result }, result, output);
    const counts = read(result);
    if (!counts) {
      console.error(`test/${folder} did not come to its end (${code}); it counts as failed`);
      return { passed: 0, failed: 1, skipped: 0 };
    }
    if (code !== "code 0" && counts.failed === 0) {
      console.error(`test/${folder} ended with ${code} although no test failed; that counts as failed`);
      counts.failed = 1;
    }
    return counts;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function run(args: string[], env: NodeJS.ProcessEnv, result: string, output: Output): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", output, output] });
  let finished = 0;
  const watch = setInterval(() => {
    if (!read(result)) return;
    finished ||= Date.now();
    if (Date.now() - finished > GRACE) {
      console.error(
        "the tests are done but something that they opened keeps the process running; it is killed",
      );
      child.kill("SIGKILL");
    }
  }, 1_000);
  return await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearInterval(watch);
      resolve(signal ?? `code ${code}`);
    });
  });
}

function read(file: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Counts;
  } catch {
    return undefined;
  }
}
