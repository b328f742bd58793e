// `npm run verify`: builds the mirror a second time from chain and documents, and compares every row and every journal.
import { verifyMirror } from "../indexer/verify/index.ts";
import { describeError } from "./platform/errors.ts";
import { readTarget } from "./verify/command.ts";
import { problemLine, progressLine, reportText } from "./verify/print.ts";
import { Screen } from "./verify/screen.ts";

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());
const screen = new Screen(process.stderr);
const started = performance.now();

try {
  const { settings, json } = await readTarget(process.argv.slice(2), process.env);
  const report = await verifyMirror({
    ...settings,
    signal: stop.signal,
    onProgress: (progress) => screen.progress(progressLine(progress)),
    onProblem: (error) => screen.line(problemLine(error)),
  });
  screen.clear();
  const seconds = (performance.now() - started) / 1_000;
  console.log(json ? JSON.stringify(report, plain, 2) : reportText(report, seconds));
  process.exitCode = report.matches ? 0 : 1;
} catch (error) {
  screen.clear();
  console.error(stop.signal.aborted ? "stopped; nothing was compared to its end" : describeError(error));
  process.exitCode = stop.signal.aborted ? 130 : 1;
}

/** Counts of journals are bigint, which JSON writes as text. */
function plain(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
