// `npm run verify`: builds the mirror a second time from chain and documents, and compares every row and every journal.
// `npm run verify -- FILE`: makes the check of an evidence file once more, without the website that it is about.
import { verifyMirror } from "../indexer/verify/index.ts";
import { describeError } from "./platform/errors.ts";
import { nodeFor, readCommand, readTarget } from "./verify/command.ts";
import type { Command } from "./verify/command.ts";
import { readEvidence } from "./verify/evidence/file.ts";
import { agrees, evidenceText } from "./verify/evidence/print.ts";
import { recheck } from "./verify/evidence/recheck.ts";
import { problemLine, progressLine, reportText } from "./verify/print.ts";
import { Screen } from "./verify/screen.ts";

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());
const screen = new Screen(process.stderr);
const started = performance.now();

async function verifyEvidence(path: string, command: Command): Promise<boolean> {
  const evidence = await readEvidence(path);
  const result = await recheck(evidence, nodeFor(command, process.env, evidence.asked.url));
  console.log(command.json ? JSON.stringify(result, plain, 2) : evidenceText(evidence, result));
  return agrees(result);
}

async function verifyAll({ json }: Command): Promise<boolean> {
  const report = await verifyMirror({
    ...(await readTarget(process.env)),
    signal: stop.signal,
    onProgress: (progress) => screen.progress(progressLine(progress)),
    onProblem: (error) => screen.line(problemLine(error)),
  });
  screen.clear();
  const seconds = (performance.now() - started) / 1_000;
  console.log(json ? JSON.stringify(report, plain, 2) : reportText(report, seconds));
  return report.matches;
}

try {
  const command = readCommand(process.argv.slice(2));
  const matches = await (command.file ? verifyEvidence(command.file, command) : verifyAll(command));
  process.exitCode = matches ? 0 : 1;
} catch (error) {
  screen.clear();
  console.error(stop.signal.aborted ? "stopped; nothing was compared to its end" : describeError(error));
  process.exitCode = stop.signal.aborted ? 130 : 1;
}

/** Counts of journals are bigint, which JSON writes as text. */
function plain(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
