import { verifyMirror } from "../../indexer/verify/index.ts";
import { ProngsaiError } from "../../sdk/errors.ts";
import { describeError } from "../platform/errors.ts";
import { printable } from "../platform/printable.ts";
import { nodeFor, readCommand, readTarget } from "./command.ts";
import type { Command } from "./command.ts";
import { noEvidence } from "./errors.ts";
import { readEvidence } from "./evidence/file.ts";
import { agrees, evidenceText } from "./evidence/print.ts";
import { recheck } from "./evidence/recheck.ts";
import { problemLine, progressLine, reportText } from "./print.ts";
import { Screen } from "./screen.ts";

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());
const screen = new Screen(process.stderr);
const started = performance.now();

async function verifyEvidence(path: string, command: Command): Promise<boolean> {
  const evidence = await readEvidence(path);
  const result = await recheck(evidence, nodeFor(command, process.env, evidence.asked.url)).catch(
    (cause: unknown) => {
      // Everything that can go wrong with a node has its code; what is left goes back to the file.
      if (cause instanceof ProngsaiError) throw cause;
      throw noEvidence(
        {
          th: `เนื้อหาของแฟ้ม ${path} ไม่ครบหรือผิดรูปแบบ จึงถามสมุดบัญชีกลางตามแฟ้มนี้ไม่ได้`,
          en: `What ${path} says is incomplete or malformed, and cannot be asked of the ledger.`,
        },
        cause,
      );
    },
  );
  console.log(command.json ? jsonText(result) : evidenceText(evidence, result));
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

/**
 * Verifies the mirror, or what an evidence file says, against a node.
 *
 * @returns exit code: 0 when everything is equal, 1 when something differs, 130 when it was stopped
 */
export async function verifyLedger(args: string[]): Promise<number> {
  try {
    const command = readCommand(args);
    const matches = await (command.file ? verifyEvidence(command.file, command) : verifyAll(command));
    return matches ? 0 : 1;
  } catch (error) {
    screen.clear();
    console.error(
      stop.signal.aborted ? "stopped; nothing was compared to its end" : describeError(error, printable),
    );
    return stop.signal.aborted ? 130 : 1;
  }
}

/** Nor does JSON for a program turn a terminal, to which it may go as well. */
const jsonText = (result: unknown) => JSON.stringify(result, plain, 2).split("\n").map(printable).join("\n");

/** Counts of journals are bigint, which JSON writes as text. */
function plain(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
