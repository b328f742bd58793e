import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { platformError } from "../../platform/errors.ts";
import type { StepRun } from "../context.ts";

const SCRIPT = resolve(import.meta.dirname, "../../build.ts");

/** In a process of its own: compilers need memory that would otherwise stay, and warn at length about libraries. */
export const run: StepRun = async ({ progress, onStop }) => {
  const child = spawn(process.execPath, [SCRIPT], { stdio: ["ignore", "pipe", "pipe"] });
  const closed = once(child, "close");
  onStop("build", async () => {
    if (child.exitCode === null) child.kill("SIGKILL");
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  child.stdout.on("data", (text: string) => progress(text.match(/^\w+ …$/m)?.[0] ?? ""));
  await closed;
  const lines = output.trimEnd().split("\n");
  if (child.exitCode === 0) return lines.at(-1)!;
  throw platformError("BUILD_FAILED", { output: lines.slice(-30).join("\n") });
};
