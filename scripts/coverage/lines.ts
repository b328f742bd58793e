/** Runs the contract tests under Hardhat's own coverage and reads which lines they reached. */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { root } from "../solidity/compiler.ts";

export interface LineCoverage {
  file: string;
  lines: number;
  missed: number[];
}

/** Random traces and mutated signatures repeat the same lines; a few of them suffice here. */
export const fewRepetitions = { FUZZ_RUNS: "10", SIGNATURE_MUTATIONS: "100" };

/** @throws when a test fails */
export async function measureLines(): Promise<LineCoverage[]> {
  const cli = `${root}/node_modules/hardhat/dist/src/cli.js`;
  const config = fileURLToPath(new URL("hardhat.config.ts", import.meta.url));
  const { code, output } = await run([cli, "--config", config, "test", "mocha", "--coverage"]);
  if (code !== 0) {
    throw new Error(`the contract tests fail under coverage (exit code ${code}):\n${output.slice(-5_000)}`);
  }
  return parseLcov(await readFile(`${root}/coverage/lcov.info`, "utf8"));
}

function run(args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...fewRepetitions },
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve({ code, output }));
  });
}

/** `SF:` begins a file, `DA:line,count` tells one line of it. */
export function parseLcov(text: string): LineCoverage[] {
  const files: LineCoverage[] = [];
  for (const row of text.split("\n")) {
    if (row.startsWith("SF:")) files.push({ file: row.slice(3), lines: 0, missed: [] });
    const [, line, count] = /^DA:(\d+),(\d+)/.exec(row) ?? [];
    const file = files.at(-1);
    if (!line || !file) continue;
    file.lines++;
    if (count === "0") file.missed.push(Number(line));
  }
  return files;
}
